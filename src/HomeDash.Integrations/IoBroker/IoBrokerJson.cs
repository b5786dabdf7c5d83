using System.Text.Json.Serialization;

namespace HomeDash.Integrations.IoBroker;

/// <summary>How ioBroker's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, IoBrokerObject>))]
[JsonSerializable(typeof(Dictionary<string, IoBrokerState?>))]
[JsonSerializable(typeof(IReadOnlyList<IoBrokerPast>))]
internal sealed partial class IoBrokerJson : JsonSerializerContext;
