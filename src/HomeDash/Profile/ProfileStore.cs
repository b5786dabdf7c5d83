using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The tool_profiles table, and over it the profiles that HomeDash is delivered with.</summary>
internal sealed class ProfileStore(HouseData data)
{
    /// <summary>Every profile, sorted by name.</summary>
    public async Task<IReadOnlyList<ToolProfile>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new(
            "SELECT name, title, takes_in, leaves_out, pinned, read_only, sessions, text_only, detail, tool_search FROM tool_profiles", cancellationToken: cancellationToken)).ConfigureAwait(false);
        var changed = rows.Select(row => row.ToProfile()).ToDictionary(profile => profile.Name);
        return [.. BuiltInProfiles.All.Where(delivered => !changed.ContainsKey(delivered.Name)).Concat(changed.Values).OrderBy(profile => profile.Name, StringComparer.Ordinal)];
    }

    /// <summary>The profile with this name.</summary>
    /// <exception cref="ProcedureException">There is none.</exception>
    public async Task<ToolProfile> GetAsync(string name, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(profile => profile.Name == name)
            ?? throw ProcedureErrors.NotFound("profile", name, all.Select(profile => profile.Name), new("profile.list", Why: "It lists the profiles there are."));
    }

    /// <summary>Keeps a profile as it is now, new or not.</summary>
    public async Task SetAsync(ToolProfile profile, CancellationToken cancellationToken)
    {
        await DeleteAsync(profile.Name, cancellationToken).ConfigureAwait(false);
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO tool_profiles (name, title, takes_in, leaves_out, pinned, read_only, sessions, text_only, detail, tool_search)
            VALUES (@Name, @Title, @TakesIn, @LeavesOut, @Pinned, @ReadOnly, @Sessions, @TextOnly, @Detail, @ToolSearch)
            """,
            Row.Of(profile), cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Forgets a profile; one that HomeDash is delivered with is as delivered again.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM tool_profiles WHERE name = @name", new { name }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record Row(
        string Name, string Title, string TakesIn, string LeavesOut, string Pinned, bool ReadOnly, bool Sessions, bool TextOnly, string Detail, bool ToolSearch)
    {
        public static Row Of(ToolProfile profile) => new(
            profile.Name, profile.Title, string.Join(' ', profile.Include), string.Join(' ', profile.Exclude), string.Join(' ', profile.Pinned),
            profile.ReadOnly, profile.Sessions, profile.TextOnly, profile.Detail.ToString(), profile.ToolSearch);

        public ToolProfile ToProfile() => new(Name, Title)
        {
            Include = Split(TakesIn),
            Exclude = Split(LeavesOut),
            Pinned = Split(Pinned),
            ReadOnly = ReadOnly,
            Sessions = Sessions,
            TextOnly = TextOnly,
            Detail = Enum.Parse<ToolDetail>(Detail),
            ToolSearch = ToolSearch,
        };

        private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
