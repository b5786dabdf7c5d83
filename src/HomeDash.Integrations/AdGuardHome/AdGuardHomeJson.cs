using System.Text.Json.Serialization;

namespace HomeDash.Integrations.AdGuardHome;

/// <summary>How AdGuard Home's JSON is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AdGuardStatus))]
[JsonSerializable(typeof(AdGuardStats))]
[JsonSerializable(typeof(AdGuardFiltering))]
[JsonSerializable(typeof(AdGuardOrder))]
internal sealed partial class AdGuardHomeJson : JsonSerializerContext;
