namespace HomeDash.Components.Tests;

/// <content>Images, and containers made anew from them.</content>
internal sealed partial class ToyEngine
{
    /// <summary>Whether the registry has newer images than the engine.</summary>
    public bool Outdated { get; set; }

    public Task<LocalImage?> FindImageAsync(string image, CancellationToken cancellationToken) =>
        Working<LocalImage?>(() => new("sha256:own", [.. containers.Select(container => $"{container.Image.Split(':')[0]}@sha256:known")]));

    public Task<string> RegistryDigestAsync(ImageName image, CancellationToken cancellationToken) => Working(() => Outdated ? "sha256:newer" : "sha256:known");

    /// <summary>How far a pull has come, and when it may go on; null when it is done at once.</summary>
    public (PullProgress Progress, Task Done)? Pulling { get; set; }

    public async Task PullAsync(ImageName image, Action<PullProgress> report, CancellationToken cancellationToken)
    {
        await Working(() =>
        {
            Asked.Add($"pull {image}");
            return true;
        });
        if (Pulling is { } pulling)
        {
            report(pulling.Progress);
            await pulling.Done;
        }
    }

    public Task RenameAsync(string id, string name, CancellationToken cancellationToken) => Working(() =>
    {
        Change(id, container => container with { Name = name });
        return true;
    });

    public Task<string> CreateLikeAsync(string id, string name, string? networkOf, CancellationToken cancellationToken) => Working(() =>
    {
        Asked.Add($"recreate {name}");
        var old = containers.Find(container => container.Id == id)!;
        var made = old with { Id = new string(old.Id.Reverse().ToArray()), Name = name, State = RunState.Created };
        containers.Add(made);
        return made.Id;
    });
}
