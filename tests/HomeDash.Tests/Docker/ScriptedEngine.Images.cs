using HomeDash.Procedures;

namespace HomeDash.Tests.Docker;

/// <content>Images, and containers made anew from them.</content>
internal sealed partial class ScriptedEngine
{
    /// <summary>What the registry has, by name.</summary>
    public Dictionary<string, string> Registry { get; } = [];

    /// <summary>What the engine has, by name and by id.</summary>
    public Dictionary<string, LocalImage> Images { get; } = [];

    /// <summary>Verbs that the engine refuses.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>How often the registry was asked.</summary>
    public int RegistryCalls { get; private set; }

    /// <summary>What a container made anew does once it is started.</summary>
    public RunState NewOnes { get; set; } = RunState.Running;

    public ScriptedEngine WithImage(string name, string id, params string[] digests)
    {
        Images[name] = Images[id] = new(id, [.. digests.Select(digest => $"{name.Split(':')[0]}@{digest}")]);
        return this;
    }

    public Task<LocalImage?> FindImageAsync(string image, CancellationToken cancellationToken) => Answer(() => Images.GetValueOrDefault(image));

    public Task<string> RegistryDigestAsync(ImageName image, CancellationToken cancellationToken) => Answer(() =>
    {
        RegistryCalls++;
        return Registry.GetValueOrDefault(image.ToString()) ?? throw ProcedureErrors.ServiceFailed($"{Name} says: no basic auth credentials");
    });

    public Task PullAsync(ImageName image, Action<PullProgress> report, CancellationToken cancellationToken) => Answer(() =>
    {
        Refuse("pull");
        Done.Add($"pull {image}");
        report(new(50, 100, 0, 1));
        report(new(100, 100, 1, 1));
        WithImage(image.ToString(), $"sha256:pulled-{image}", "sha256:new");
        return true;
    });

    public Task RenameAsync(string id, string newName, CancellationToken cancellationToken) => Answer(() =>
    {
        Refuse("rename");
        Done.Add($"rename {containers[id].Name} {newName}");
        containers[id] = containers[id] with { Name = newName };
        return true;
    });

    public Task<string> CreateLikeAsync(string id, string newName, string? networkOf, CancellationToken cancellationToken) => Answer(() =>
    {
        Refuse("create");
        var done = $"create {newName}{(networkOf is null ? "" : $" on the network of {containers[networkOf].Name}")}";
        Refuse(done);
        Done.Add(done);
        var made = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{id}/{newName}")));
        containers[made] = containers[id] with { Id = made, Name = newName, State = RunState.Created, SharesNetworkOf = networkOf ?? containers[id].SharesNetworkOf };
        return made;
    });

    /// <summary>Changes what the engine shows of a container.</summary>
    public ScriptedEngine But(string container, Func<ContainerDetails, ContainerDetails> change)
    {
        var id = IdOf(container);
        containers[id] = change(containers[id]);
        return this;
    }

    private void Refuse(string verb)
    {
        if (Refused.Contains(verb))
        {
            throw ProcedureErrors.ServiceFailed($"{Name} says: no {verb} today");
        }
    }
}
