using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Seerr;

/// <summary>How the JSON of the Seerr family is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SeerrUser))]
[JsonSerializable(typeof(SeerrUsers))]
[JsonSerializable(typeof(SeerrStatus))]
[JsonSerializable(typeof(SeerrMessage))]
[JsonSerializable(typeof(SeerrSearch))]
[JsonSerializable(typeof(SeerrTitle))]
[JsonSerializable(typeof(SeerrRequest))]
[JsonSerializable(typeof(SeerrRequests))]
[JsonSerializable(typeof(SeerrCount))]
[JsonSerializable(typeof(SeerrServer[]))]
[JsonSerializable(typeof(SeerrServerDetails))]
[JsonSerializable(typeof(SeerrOrder))]
internal sealed partial class SeerrJson : JsonSerializerContext;
