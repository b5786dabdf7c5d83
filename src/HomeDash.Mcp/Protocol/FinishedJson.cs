using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>Finished JSON as a node that the SDK writes as it is, without reading it or escaping it anew.</summary>
[JsonConverter(typeof(Writer))]
internal readonly record struct FinishedJson(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>A node keeps its own way of being written only for the very options that write it: those of the SDK's innermost context.</summary>
    private static readonly JsonTypeInfo<FinishedJson> Type = JsonMetadataServices.CreateValueInfo<FinishedJson>(
        McpJsonUtilities.DefaultOptions.TypeInfoResolverChain.OfType<JsonSerializerContext>().First().Options, new Writer());

    public JsonNode ToNode() => JsonValue.Create(this, Type)!;

    private sealed class Writer : JsonConverter<FinishedJson>
    {
        public override FinishedJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Finished JSON is only written.");

        public override void Write(Utf8JsonWriter writer, FinishedJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
