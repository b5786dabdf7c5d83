using System.Text.Json.Nodes;

namespace HomeDash.Integrations.Docker;

/// <summary>How a container is made as another one was made.</summary>
/// <param name="Body">What to send to <c>POST /containers/create</c>.</param>
/// <param name="MoreNetworks">The networks it joins after that.</param>
internal sealed record ContainerBlueprint(JsonObject Body, IReadOnlyList<KeyValuePair<string, JsonObject>> MoreNetworks)
{
    /// <summary>What stands before the id of the container whose network another one uses.</summary>
    public const string OtherContainer = "container:";

    private const int ShortId = 12;

    /// <summary>What the image decides unless somebody decides otherwise.</summary>
    private static readonly string[] FromImage = ["Cmd", "Entrypoint", "WorkingDir", "User", "StopSignal", "Healthcheck", "Shell", "OnBuild"];

    /// <summary>Of these, the image decides some entries and the container others.</summary>
    private static readonly string[] SetsFromImage = ["Labels", "Volumes", "ExposedPorts"];

    /// <summary>What was chosen for an endpoint; the rest of what the engine shows is what came of it.</summary>
    private static readonly string[] Chosen = ["IPAMConfig", "Links", "DriverOpts"];

    /// <param name="old"><c>GET /containers/{id}/json</c>.</param>
    /// <param name="image"><c>GET /images/{id}/json</c> of the image it was made from.</param>
    /// <param name="networkOf">The id of the container whose network it uses, where the old one used that of a container; null for the same.</param>
    public static ContainerBlueprint Of(JsonObject old, JsonObject image, string? networkOf = null)
    {
        var id = old["Id"]?.GetValue<string>() ?? "";
        var body = (JsonObject?)old["Config"]?.DeepClone() ?? [];
        var host = (JsonObject?)old["HostConfig"]?.DeepClone() ?? [];
        if (PodmanWords.AreIn(host))
        {
            PodmanWords.Translate(body, host, id);
        }

        if (networkOf is not null)
        {
            host["NetworkMode"] = OtherContainer + networkOf;
        }

        LeaveToImage(body, image["Config"] as JsonObject ?? []);
        KeepUnnamedVolumes(old, host);
        var mode = host["NetworkMode"]?.GetValue<string>() ?? "default";
        if (mode == "host" || mode.StartsWith(OtherContainer, StringComparison.Ordinal) || IsShortIdOf(id, body["Hostname"]))
        {
            // The name that every container gets; or the one of the network it shares, which may not be given.
            body.Remove("Hostname");
            body.Remove("Domainname");
        }

        body["HostConfig"] = host;
        var networks = Endpoints(old, id);
        var first = networks.FindIndex(network => network.Key == mode || (mode is "default" or "bridge" && (network.Key is "bridge" or "podman")));
        if (first >= 0)
        {
            body["NetworkingConfig"] = new JsonObject { ["EndpointsConfig"] = new JsonObject { [networks[first].Key] = networks[first].Value } };
            networks.RemoveAt(first);
        }

        return new(body, mode is "none" or "host" || mode.StartsWith(OtherContainer, StringComparison.Ordinal) ? [] : networks);
    }

    private static void LeaveToImage(JsonObject config, JsonObject image)
    {
        foreach (var key in FromImage.Where(key => JsonNode.DeepEquals(config[key], image[key])))
        {
            config.Remove(key);
        }

        foreach (var key in SetsFromImage)
        {
            if (config[key] is JsonObject chosen && image[key] is JsonObject given)
            {
                foreach (var name in given.Where(pair => chosen.ContainsKey(pair.Key) && JsonNode.DeepEquals(chosen[pair.Key], pair.Value)).Select(pair => pair.Key).ToArray())
                {
                    chosen.Remove(name);
                }
            }
        }

        if (config["Env"] is JsonArray variables && image["Env"] is JsonArray defaults)
        {
            var known = defaults.Select(variable => variable?.GetValue<string>()).ToHashSet();
            config["Env"] = new JsonArray([.. variables.Where(variable => !known.Contains(variable?.GetValue<string>())).Select(variable => variable?.DeepClone())]);
        }
    }

    /// <summary>A volume that the image asked for and nobody named is mounted by its long name, or the new container would get an empty one.</summary>
    private static void KeepUnnamedVolumes(JsonObject old, JsonObject host)
    {
        var binds = host["Binds"] as JsonArray ?? [];
        var places = binds.Select(bind => bind?.GetValue<string>().Split(':') is [_, var place, ..] ? place : null)
            .Concat((host["Mounts"] as JsonArray ?? []).Select(mount => mount?["Target"]?.GetValue<string>())).ToHashSet();
        foreach (var mount in (old["Mounts"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (mount["Type"]?.GetValue<string>() == "volume" && mount["Destination"]?.GetValue<string>() is { } place && places.Add(place))
            {
                binds.Add((JsonNode)$"{mount["Name"]?.GetValue<string>()}:{place}{(mount["RW"]?.GetValue<bool>() ?? true ? "" : ":ro")}");
            }
        }

        if (binds.Count > 0 && binds.Parent is null)
        {
            host["Binds"] = binds;
        }
    }

    private static List<KeyValuePair<string, JsonObject>> Endpoints(JsonObject old, string id)
    {
        var endpoints = new List<KeyValuePair<string, JsonObject>>();
        foreach (var (network, endpoint) in old["NetworkSettings"]?["Networks"] as JsonObject ?? [])
        {
            var kept = new JsonObject();
            foreach (var key in Chosen.Where(key => endpoint?[key] is not null))
            {
                kept[key] = endpoint![key]!.DeepClone();
            }

            // Every container answers to its own short id, which the new one must not inherit.
            if (endpoint?["Aliases"] is JsonArray aliases && aliases.Where(alias => !IsShortIdOf(id, alias)).ToArray() is { Length: > 0 } own)
            {
                kept["Aliases"] = new JsonArray([.. own.Select(alias => alias?.DeepClone())]);
            }

            endpoints.Add(new(network, kept));
        }

        return endpoints;
    }

    private static bool IsShortIdOf(string id, JsonNode? name) => id.Length >= ShortId && name?.GetValue<string>() == id[..ShortId];
}
