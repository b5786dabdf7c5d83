namespace HomeDash.EndToEnd.Tests;

/// <summary>Tests that start the program and a browser run one after the other: two at once only wait for each other.</summary>
[CollectionDefinition(nameof(OneAtATime))]
public sealed class OneAtATime : ICollectionFixture<Browser>;
