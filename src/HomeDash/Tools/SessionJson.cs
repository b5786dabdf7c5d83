using System.Text.Json.Serialization;

namespace HomeDash;

/// <summary>What a session keeps as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SessionJson : JsonSerializerContext;
