using System.Text.Json.Nodes;

namespace HomeDash.Integrations.Docker;

/// <summary>Podman shows a container in words that it does not take back when one is made: these are what it takes.</summary>
internal static class PodmanWords
{
    private const int ShortId = 12;

    /// <summary>What Podman sets in every container by itself.</summary>
    private static readonly string[] OwnVariables = ["container=podman", "TERM=xterm", "HOME=/"];

    /// <summary>Whether the <c>HostConfig</c> of a container was written by a Podman: no Docker has a runtime of that name.</summary>
    public static bool AreIn(JsonObject host) => Text(host["Runtime"]) == "oci";

    /// <param name="config">The <c>Config</c> of a container; changed.</param>
    /// <param name="host">Its <c>HostConfig</c>; changed.</param>
    /// <param name="id">The container's id.</param>
    public static void Translate(JsonObject config, JsonObject host, string id)
    {
        host.Remove("Runtime");

        // 0 stands for nothing chosen where Docker writes null, and would be taken for a choice.
        foreach (var (holder, key) in new[] { (host, "MemorySwappiness"), (config, "StopTimeout") })
        {
            if (holder[key] is JsonValue number && number.TryGetValue(out long value) && value == 0)
            {
                holder.Remove(key);
            }
        }

        if (Text(config["StopSignal"]) == "15")
        {
            config.Remove("StopSignal");
        }

        if (config["Entrypoint"] is JsonArray { Count: 0 })
        {
            config.Remove("Entrypoint");
        }

        foreach (var limit in (host["Ulimits"] as JsonArray ?? []).OfType<JsonObject>())
        {
            limit["Name"] = Text(limit["Name"])?.Replace("RLIMIT_", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        if (config["Env"] is JsonArray variables)
        {
            var own = OwnVariables.Append($"HOSTNAME={(id.Length > ShortId ? id[..ShortId] : id)}").ToHashSet();
            config["Env"] = new JsonArray([.. variables.Where(variable => !own.Contains(Text(variable) ?? "")).Select(variable => variable?.DeepClone())]);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
