using System.Collections.Frozen;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>The profiles and switches in memory, for surfaces that ask at every request. As delivered until the tables are read.</summary>
internal sealed class ToolSettings(HouseWork work) : IToolProfiles, IToolSwitches, IFollowsTables
{
    /// <summary>Where a person changes them.</summary>
    public const string Page = "/tools/api/mcp";

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile State state = new(1, BuiltInProfiles.All, []);

    /// <inheritdoc cref="IToolProfiles.Changed"/>
    public event Action? Changed;

    /// <inheritdoc cref="IToolProfiles.Version"/>
    public long Version => state.Version;

    IReadOnlyList<ToolProfile> IToolProfiles.All => state.Profiles;

    ToolProfile? IToolProfiles.Find(string name) => state.ByName.GetValueOrDefault(name);

    ToolSwitch? IToolSwitches.Find(string path) => state.ByPath.GetValueOrDefault(path);

    /// <inheritdoc/>
    public async Task LoadAsync()
    {
        await loading.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = state;
            var now = await work.ReadAsync(async services => new State(
                before.Version + 1,
                await services.GetRequiredService<ProfileStore>().AllAsync(CancellationToken.None).ConfigureAwait(false),
                await services.GetRequiredService<SwitchStore>().AllAsync(CancellationToken.None).ConfigureAwait(false))).ConfigureAwait(false);
            if (now.IsLike(before))
            {
                return;
            }

            state = now;
        }
        finally
        {
            loading.Release();
        }

        Changed?.Invoke();
    }

    private sealed record State(long Version, IReadOnlyList<ToolProfile> Profiles, IReadOnlyList<ToolSwitch> Switches)
    {
        public FrozenDictionary<string, ToolProfile> ByName { get; } = Profiles.ToFrozenDictionary(profile => profile.Name, StringComparer.Ordinal);

        public FrozenDictionary<string, ToolSwitch> ByPath { get; } = Switches.ToFrozenDictionary(set => set.Path, StringComparer.Ordinal);

        public bool IsLike(State other) => Switches.SequenceEqual(other.Switches) && Profiles.SequenceEqual(other.Profiles, ProfileComparer.Instance);
    }
}
