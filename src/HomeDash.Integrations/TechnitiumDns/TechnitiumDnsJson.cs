using System.Text.Json.Serialization;

namespace HomeDash.Integrations.TechnitiumDns;

/// <summary>How Technitium DNS Server's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TechnitiumStatus))]
[JsonSerializable(typeof(TechnitiumSignIn))]
[JsonSerializable(typeof(TechnitiumAnswer<TechnitiumSettings>), TypeInfoPropertyName = "Settings")]
[JsonSerializable(typeof(TechnitiumAnswer<TechnitiumPause>), TypeInfoPropertyName = "Pause")]
[JsonSerializable(typeof(TechnitiumAnswer<TechnitiumDashboard>), TypeInfoPropertyName = "Dashboard")]
[JsonSerializable(typeof(TechnitiumAnswer<TechnitiumTop>), TypeInfoPropertyName = "Top")]
internal sealed partial class TechnitiumDnsJson : JsonSerializerContext;
