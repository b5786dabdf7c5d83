using System.Text.Json.Nodes;
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
[JsonSerializable(typeof(EngineImage))]
[JsonSerializable(typeof(EngineDistribution))]
[JsonSerializable(typeof(EnginePullLine))]
[JsonSerializable(typeof(EngineMade))]
[JsonSerializable(typeof(EngineStoredImage[]))]
[JsonSerializable(typeof(EngineStoredNetwork[]))]
[JsonSerializable(typeof(EngineVolumes))]
[JsonSerializable(typeof(EngineWritten))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class IntegrationsJson : JsonSerializerContext;
