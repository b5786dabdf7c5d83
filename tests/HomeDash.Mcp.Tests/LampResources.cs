using System.Collections.Concurrent;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Every lamp is a resource that can be followed: <c>lamp://NAME</c>, by the topic <c>lamp</c>.</summary>
internal sealed class LampResources : IResourceTopics
{
    private const string Scheme = "lamp://";

    public ValueTask<IResourceWatch?> WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken) =>
        new(uri.StartsWith(Scheme, StringComparison.Ordinal) && caller.Holds(Lamps.View) ? new LampWatch(uri) : null);

    private sealed class LampWatch(string uri) : IResourceWatch
    {
        public string Uri => uri;

        public IReadOnlyList<string> Topics { get; } = ["lamp"];

        public ValueTask<bool> IsConcernedByAsync(Change change, CancellationToken cancellationToken) => new(uri == Scheme + change.Id);
    }
}

/// <summary>Rights that a test takes away and gives.</summary>
internal sealed class LampRights : ICallerRights
{
    private readonly ConcurrentDictionary<string, HashSet<string>?> changed = [];

    public event Action? Changed;

    public void Set(string userId, params string[]? permissions)
    {
        changed[userId] = permissions is null ? null : [.. permissions];
        Changed?.Invoke();
    }

    public ValueTask<Caller?> RefreshAsync(Caller caller, CancellationToken cancellationToken) =>
        new(!changed.TryGetValue(caller.UserId, out var permissions) ? caller : permissions is null ? null : caller with { Permissions = permissions });
}

/// <summary>A host whose lamps can be followed.</summary>
internal static class LampHost
{
    public static LampRights Rights(this McpHost host) => (LampRights)host.Services.GetRequiredService<ICallerRights>();

    public static void Change(this McpHost host, string lamp) => host.Services.GetRequiredService<IChangeFeed>().Publish(new("lamp", lamp));

    public static Task<McpHost> StartAsync(Action<IServiceCollection>? more = null, int port = 0) => McpHost.StartAsync(services =>
    {
        services.AddSingleton<IResourceTopics, LampResources>().AddSingleton<ICallerRights, LampRights>();
        more?.Invoke(services);
    }, port);
}
