using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A call that a rule may hold back, as an approval is bound to it.</summary>
/// <param name="Definition">The procedure.</param>
/// <param name="Request">Who calls it, and how.</param>
/// <param name="Targets">What it would be done to.</param>
/// <param name="Input">The canonical input, as text.</param>
internal sealed record HeldCall(ProcedureDefinition Definition, ProcedureRequest Request, IReadOnlyList<ResolvedTarget> Targets, string Input)
{
    private const string Hidden = "(secret)";
    private const int LongestSummary = 400;
    private const int LongestValue = 80;

    /// <summary>The key that calls; empty for none, as it is stored.</summary>
    public string KeyId => Request.Caller.KeyId ?? "";

    /// <summary>The input without its secrets: what people see and what is stored as it is.</summary>
    public string Arguments => field ??= Definition.CarriesSecret ? Hide(JsonNode.Parse(Input)!, JsonNode.Parse(Definition.InputSchema)).ToJsonString() : Input;

    /// <summary>The SHA-256 of <see cref="Arguments"/>: a hash of a password would be one more place to guess it at.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Arguments)));

    /// <summary>What would be done, in words: <c>Restart containers: plex, sonarr; grace 5</c>.</summary>
    public string Summary
    {
        get
        {
            var targets = string.Join(", ", Targets.Select(target => target.Name).Distinct(StringComparer.Ordinal));
            var named = Definition.Parameters.Where(parameter => parameter.TargetNoun is not null).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
            var rest = string.Join(", ", JsonElement.Parse(Arguments).EnumerateObject().Where(argument => !named.Contains(argument.Name)).Select(argument => $"{argument.Name} {Shown(argument.Value)}"));
            var text = (targets, rest) switch
            {
                ("", "") => Definition.Title,
                ("", _) => $"{Definition.Title}: {rest}",
                (_, "") => $"{Definition.Title}: {targets}",
                _ => $"{Definition.Title}: {targets}; {rest}",
            };
            return Short(text, LongestSummary);
        }
    }

    private static string Shown(JsonElement value) => Short(
        value.ValueKind switch
        {
            JsonValueKind.String => $"“{value.GetString()}”",
            JsonValueKind.Array => string.Join(" and ", value.EnumerateArray().Select(Shown)),
            _ => value.GetRawText(),
        },
        LongestValue);

    private static string Short(string text, int longest) => text.Length <= longest ? text : $"{text[..longest]}…";

    private static JsonNode Hide(JsonNode value, JsonNode? schema) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Hide(item, schema?["items"]))]),
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, member.Value is null ? null : Hide(member.Value, schema?["properties"]?[member.Key])))),
        _ => schema?["format"]?.GetValue<string>() == "password" ? Hidden : value.DeepClone(),
    };
}
