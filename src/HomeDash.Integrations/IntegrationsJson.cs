using System.Text.Json.Serialization;
using HomeDash.Integrations.Docker.Wire;

namespace HomeDash.Integrations;

/// <summary>How the services' JSON is read, without reflection.</summary>
[JsonSerializable(typeof(EngineContainer[]))]
[JsonSerializable(typeof(EngineInspection))]
[JsonSerializable(typeof(EngineStats))]
[JsonSerializable(typeof(EngineEvent))]
[JsonSerializable(typeof(EngineProduct))]
[JsonSerializable(typeof(EngineMessage))]
internal sealed partial class IntegrationsJson : JsonSerializerContext;
