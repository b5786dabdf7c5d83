namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Names of C# become names of JSON and words for people.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("Restart", "restart")]
    [InlineData("FollowLogs", "followLogs")]
    [InlineData("CPU", "cpu")]
    [InlineData("CPULoad", "cpuLoad")]
    [InlineData("Id", "id")]
    public void A_JSON_name_is_what_the_serializer_of_NET_would_call_it(string name, string expected)
    {
        Assert.Equal(expected, Naming.Camel(name));
        Assert.Equal(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name), Naming.Camel(name));
    }

    [Theory]
    [InlineData("container", "containers")]
    [InlineData("query", "queries")]
    [InlineData("key", "keys")]
    [InlineData("box", "boxes")]
    [InlineData("address", "addresses")]
    [InlineData("api keys", "api keys")]
    public void More_than_one_of_a_thing_is_named_so(string noun, string expected) => Assert.Equal(expected, Naming.Plural(noun));

    [Theory]
    [InlineData("FollowLogs", "follow logs")]
    [InlineData("apiKeys", "api keys")]
    [InlineData("ReadCPULoad", "read CPU load")]
    public void A_name_falls_into_its_words(string name, string expected) => Assert.Equal(expected, string.Join(" ", Naming.Words(name)));
}
