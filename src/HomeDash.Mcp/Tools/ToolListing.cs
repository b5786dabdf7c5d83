using System.Buffers;
using System.Security.Cryptography;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>The tools that are offered to everybody with the same rights: printed once, and answered with as they lie.</summary>
internal sealed class ToolListing
{
    private McpAnswer.Result? legacy;
    private McpAnswer.Result? modern;

    /// <summary>Puts the tools together.</summary>
    /// <param name="definitions">What may be called.</param>
    /// <param name="listed">The tools that are listed: those of the definitions, or some of them and what finds the others.</param>
    public ToolListing(IReadOnlyList<ProcedureDefinition> definitions, IReadOnlyList<ReadOnlyMemory<byte>> listed)
    {
        Definitions = definitions;
        var json = new ArrayBufferWriter<byte>(listed.Sum(tool => tool.Length + 1) + 2);
        json.Write("["u8);
        foreach (var (index, tool) in listed.Index())
        {
            json.Write(index == 0 ? [] : ","u8);
            json.Write(tool.Span);
        }

        json.Write("]"u8);
        Json = json.WrittenMemory;
        Hash = Digest(Json.Span);
    }

    private ToolListing(ToolListing own, ReadOnlySpan<byte> more)
    {
        Definitions = own.Definitions;
        Json = (byte[])[.. own.Json.Span[..^1], .. own.Json.Length == 2 ? [] : ","u8, .. more, .. "]"u8];
        Hash = Digest(Json.Span);
    }

    /// <summary>What may be called, listed or not, sorted by path.</summary>
    public IReadOnlyList<ProcedureDefinition> Definitions { get; }

    /// <summary>The array of tools.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Changes exactly when the tools do.</summary>
    public string Hash { get; }

    /// <summary>The same with tools that are not the catalogue's.</summary>
    /// <param name="more">The elements of a JSON array.</param>
    public ToolListing With(ReadOnlyMemory<byte> more) => new(this, more.Span);

    /// <summary>The finished result, made at the first request of each era.</summary>
    public McpAnswer.Result Answer(bool isModern, Func<bool, ToolListing, McpAnswer.Result> print) =>
        isModern ? modern ??= print(true, this) : legacy ??= print(false, this);

    private static string Digest(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 8));
}
