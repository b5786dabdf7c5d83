using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Tool profiles: which tools AI clients are served at which address.</summary>
[Router("profile")]
internal sealed class ProfileRouter(ProfileStore profiles, SecretPathStore secretPaths, ToolSettings settings, OfferedTools tools, HouseData data)
{
    private const string Topic = "profile";
    private const string NameShape = "^[a-z][a-z0-9-]{0,39}$";

    /// <summary>The first part of the addresses of secret paths, which no profile can have.</summary>
    private const string Reserved = "s";

    /// <summary>Lists the tool profiles.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ProfilePermissions.View)]
    public async Task<Page<ProfileInfo>> List(CancellationToken cancellationToken)
    {
        var all = await profiles.AllAsync(cancellationToken).ConfigureAwait(false);
        return new([.. all.Select(Describe)], all.Count);
    }

    /// <summary>Shows one tool profile.</summary>
    /// <param name="name">Its name, as profile.list shows it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ProfilePermissions.View)]
    public async Task<ProfileInfo> Get([StringLength(40, MinimumLength = 1)] string name, CancellationToken cancellationToken) =>
        Describe(await profiles.GetAsync(name, cancellationToken).ConfigureAwait(false));

    /// <summary>Says which tools a choice would offer, without keeping it.</summary>
    /// <param name="include">Namespaces and procedures to offer; everything when empty.</param>
    /// <param name="exclude">Namespaces and procedures to leave out.</param>
    /// <param name="readOnly">Whether only to read.</param>
    [Query(ProfilePermissions.View)]
    public ProfilePreview Preview([MaxLength(200)] IReadOnlyList<string>? include = null, [MaxLength(200)] IReadOnlyList<string>? exclude = null, bool readOnly = false)
    {
        RequireKnown(include, exclude, null);
        var choice = new ToolProfile("preview", "") { Include = include ?? [], Exclude = exclude ?? [], ReadOnly = readOnly };
        string[] paths = [.. tools.Of(choice).Select(definition => definition.Path)];
        return new(paths.Length, paths);
    }

    /// <summary>Makes a tool profile, served at /api/mcp/ and its name.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <param name="context">The run.</param>
    /// <param name="title">What people call it; the name when left out.</param>
    /// <param name="include">Namespaces and procedures to offer; everything when empty.</param>
    /// <param name="exclude">Namespaces and procedures to leave out.</param>
    /// <param name="readOnly">Whether it only reads.</param>
    /// <param name="sessions">Whether clients may have sessions.</param>
    /// <param name="textOnly">Whether results are text alone.</param>
    /// <param name="detail">How much its tools say of themselves.</param>
    /// <param name="toolSearch">Whether clients search for tools instead of being given all.</param>
    /// <param name="pinned">With tool search: namespaces and procedures listed all the same.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.Manage, Effect.Create, DashboardOnly = true, Page = ToolSettings.Page)]
    public async Task<ProfileInfo> Create(
        [RegularExpression(NameShape)] string name,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? title = null,
        [MaxLength(200)] IReadOnlyList<string>? include = null,
        [MaxLength(200)] IReadOnlyList<string>? exclude = null,
        bool readOnly = false,
        bool sessions = true,
        bool textOnly = false,
        ToolDetail detail = ToolDetail.Full,
        bool toolSearch = false,
        [MaxLength(50)] IReadOnlyList<string>? pinned = null,
        CancellationToken cancellationToken = default)
    {
        RequireKnown(include, exclude, pinned);
        if (name == Reserved)
        {
            throw ProcedureErrors.InvalidInput("name", "'s' is where secret paths are. Choose another name.");
        }

        if ((await profiles.AllAsync(cancellationToken).ConfigureAwait(false)).Any(profile => profile.Name == name))
        {
            throw ProcedureErrors.AlreadyExists($"There is a profile '{name}' already. Choose another name, or change it with profile.update.");
        }

        var made = new ToolProfile(name, Named(title) ?? name)
        {
            Include = include ?? [],
            Exclude = exclude ?? [],
            ReadOnly = readOnly,
            Sessions = sessions,
            TextOnly = textOnly,
            Detail = detail,
            ToolSearch = toolSearch,
            Pinned = pinned ?? [],
        };
        await KeepAsync(made, cancellationToken).ConfigureAwait(false);
        var info = Describe(made);
        context.Changes.Created(Topic, name, info, ProfileInfoJson.Write);
        return info;
    }

    /// <summary>Changes a tool profile; what is left out stays.</summary>
    /// <param name="name">Its name, which stays.</param>
    /// <param name="context">The run.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="include">Namespaces and procedures to offer; everything when empty.</param>
    /// <param name="exclude">Namespaces and procedures to leave out.</param>
    /// <param name="readOnly">Whether it only reads.</param>
    /// <param name="sessions">Whether clients may have sessions.</param>
    /// <param name="textOnly">Whether results are text alone.</param>
    /// <param name="detail">How much its tools say of themselves.</param>
    /// <param name="toolSearch">Whether clients search for tools instead of being given all.</param>
    /// <param name="pinned">With tool search: namespaces and procedures listed all the same.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.Manage, Effect.Change, Idempotent = true, DashboardOnly = true, Page = ToolSettings.Page)]
    public async Task<ProfileInfo> Update(
        [StringLength(40, MinimumLength = 1)] string name,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? title = null,
        [MaxLength(200)] IReadOnlyList<string>? include = null,
        [MaxLength(200)] IReadOnlyList<string>? exclude = null,
        bool? readOnly = null,
        bool? sessions = null,
        bool? textOnly = null,
        ToolDetail? detail = null,
        bool? toolSearch = null,
        [MaxLength(50)] IReadOnlyList<string>? pinned = null,
        CancellationToken cancellationToken = default)
    {
        var before = await profiles.GetAsync(name, cancellationToken).ConfigureAwait(false);
        RequireKnown(include, exclude, pinned);
        return await ChangeAsync(
            before,
            before with
            {
                Title = Named(title) ?? before.Title,
                Include = include ?? before.Include,
                Exclude = exclude ?? before.Exclude,
                ReadOnly = readOnly ?? before.ReadOnly,
                Sessions = sessions ?? before.Sessions,
                TextOnly = textOnly ?? before.TextOnly,
                Detail = detail ?? before.Detail,
                ToolSearch = toolSearch ?? before.ToolSearch,
                Pinned = pinned ?? before.Pinned,
            },
            context,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a built-in tool profile back to how it was delivered.</summary>
    /// <param name="name">Its name, as profile.list shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.Manage, Effect.Change, Idempotent = true, DashboardOnly = true, Page = ToolSettings.Page)]
    public async Task<ProfileInfo> Reset([StringLength(40, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await profiles.GetAsync(name, cancellationToken).ConfigureAwait(false);
        var delivered = BuiltInProfiles.Find(name)
            ?? throw WrongState($"'{name}' is not built in, so there is nothing to put it back to. Change it with profile.update.");
        return await ChangeAsync(before, delivered, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a tool profile and the secret paths to it. Built-in ones stay.</summary>
    /// <param name="name">Its name, as profile.list shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.Manage, Effect.Destroy, DashboardOnly = true, Page = ToolSettings.Page)]
    public async Task<ProfileInfo> Delete([StringLength(40, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await profiles.GetAsync(name, cancellationToken).ConfigureAwait(false);
        if (BuiltInProfiles.Find(name) is not null)
        {
            throw WrongState($"'{name}' is built in and stays. profile.reset puts it back to how it was delivered.");
        }

        var info = Describe(before);
        await secretPaths.DeleteOfProfileAsync(name, cancellationToken).ConfigureAwait(false);
        await profiles.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
        data.AfterCommit(settings.LoadAsync);
        context.Changes.Deleted(Topic, name, info, ProfileInfoJson.Write);
        return info;
    }

    private async Task<ProfileInfo> ChangeAsync(ToolProfile before, ToolProfile after, ProcedureContext context, CancellationToken cancellationToken)
    {
        if (ProfileComparer.Instance.Equals(before, after))
        {
            return Describe(before);
        }

        await KeepAsync(after, cancellationToken).ConfigureAwait(false);
        var info = Describe(after);
        context.Changes.Updated(Topic, after.Name, Describe(before), info, ProfileInfoJson.Write);
        return info;
    }

    private async Task KeepAsync(ToolProfile profile, CancellationToken cancellationToken)
    {
        if (IsDelivered(profile))
        {
            await profiles.DeleteAsync(profile.Name, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await profiles.SetAsync(profile, cancellationToken).ConfigureAwait(false);
        }

        data.AfterCommit(settings.LoadAsync);
    }

    private void RequireKnown(IReadOnlyList<string>? include, IReadOnlyList<string>? exclude, IReadOnlyList<string>? pinned)
    {
        List<InputProblem> problems = [];
        tools.Require("include", include, problems);
        tools.Require("exclude", exclude, problems);
        tools.Require("pinned", pinned, problems);
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }

    private static bool IsDelivered(ToolProfile profile) => ProfileComparer.Instance.Equals(BuiltInProfiles.Find(profile.Name), profile);

    private static string? Named(string? title) => string.IsNullOrWhiteSpace(title) ? null : title.Trim();

    private static ProcedureException WrongState(string message) => new(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, message));

    private ProfileInfo Describe(ToolProfile profile)
    {
        var builtIn = BuiltInProfiles.Find(profile.Name) is not null;
        return new(
            profile.Name, profile.Title, $"/api/mcp/{profile.Name}", profile.Include, profile.Exclude, profile.ReadOnly, profile.Sessions, profile.TextOnly,
            profile.Detail, profile.ToolSearch, profile.Pinned, builtIn, builtIn && !IsDelivered(profile), tools.Of(profile).Count());
    }
}
