using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Domoticz;

/// <summary>How Domoticz's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzDevice>))]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzScene>))]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzPlan>))]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzLogEntry>))]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzPoint>))]
[JsonSerializable(typeof(DomoticzAnswer<DomoticzNothing>))]
internal sealed partial class DomoticzJson : JsonSerializerContext;
