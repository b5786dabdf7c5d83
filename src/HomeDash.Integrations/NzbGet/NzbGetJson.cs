using System.Text.Json.Serialization;

namespace HomeDash.Integrations.NzbGet;

/// <summary>How NZBGet's JSON is read.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NzbGetAnswer<string>))]
[JsonSerializable(typeof(NzbGetAnswer<bool?>))]
[JsonSerializable(typeof(NzbGetAnswer<int?>))]
[JsonSerializable(typeof(NzbGetAnswer<NzbGetStatus>))]
[JsonSerializable(typeof(NzbGetAnswer<NzbGetGroup[]>))]
[JsonSerializable(typeof(NzbGetAnswer<NzbGetPast[]>))]
[JsonSerializable(typeof(NzbGetAnswer<NzbGetFile[]>))]
internal sealed partial class NzbGetJson : JsonSerializerContext;
