using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Apps: links to what runs in the house.</summary>
[Router("app")]
internal sealed class AppRouter(AppStore apps, AppCheckStore checks, Ids ids, TimeProvider clock)
{
    /// <summary>Lists the apps in the order of their names, one page at a time.</summary>
    /// <param name="limit">How many apps a page holds.</param>
    /// <param name="cursor">The <c>next</c> of the page before; leave it out for the first page.</param>
    [Query(AppPermissions.View)]
    [Resource("homedash://apps", Title = "Apps", Input = """{"limit":100}""", Topics = ["app"])]
    public Task<Page<App>> List([Range(1, 100)] int limit = 25, [StringLength(512)] string? cursor = null, CancellationToken cancellationToken = default) =>
        apps.ListAsync(cursor, limit, cancellationToken);

    /// <summary>Finds apps by a part of their name, description or link.</summary>
    /// <param name="text">What to look for; upper and lower case are the same.</param>
    /// <param name="limit">How many apps to return at most.</param>
    [Query(AppPermissions.View)]
    public async Task<Page<App>> Search([StringLength(100, MinimumLength = 1)] string text, [Range(1, 100)] int limit = 25, CancellationToken cancellationToken = default) =>
        new(await apps.SearchAsync(text, limit, cancellationToken).ConfigureAwait(false));

    /// <summary>Returns one app.</summary>
    /// <param name="app">Its name or id, as app.list shows them.</param>
    [Query(AppPermissions.View)]
    public Task<App> Get(AppRef app, CancellationToken cancellationToken) => apps.GetAsync(app.Resolved!.Id, cancellationToken);

    /// <summary>Knows the names of apps.</summary>
    /// <param name="text">What was typed of a name until now.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [Completes(AppPermissions.View, typeof(AppRef))]
    public async Task<TargetNames> Names([MaxLength(100)] string text, ProcedureContext context, CancellationToken cancellationToken)
    {
        var all = await apps.AllNamesAsync(cancellationToken).ConfigureAwait(false);
        return TargetNames.Of(all.Where(app => context.Caller.HasAccess(new("app", app.Id, app.Name), Access.Use)).Select(app => app.Name), text);
    }

    /// <summary>Adds an app and returns it with its id.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="iconUrl">Address of its picture: http, https, or a path on this dashboard.</param>
    /// <param name="href">Where a click leads: http or https.</param>
    /// <param name="pingUrl">Address that tells whether it is up, when the link does not: http or https.</param>
    [Mutation(AppPermissions.Create, Effect.Create)]
    public async Task<App> Create(
        [StringLength(64, MinimumLength = 1)] string name,
        ProcedureContext context,
        [StringLength(512)] string? description = null,
        [StringLength(2048)] string? iconUrl = null,
        [StringLength(2048)] string? href = null,
        [StringLength(2048)] string? pingUrl = null,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetStorableNow();
        var app = new App(ids.New(), name.Trim(), description, iconUrl, href, pingUrl, now, now);
        AppRules.Check(app);
        await apps.AddAsync(app, cancellationToken).ConfigureAwait(false);
        context.Changes.Created("app", app.Id, app, AppJson.Write);
        return app;
    }

    /// <summary>Changes an app and returns it as it is then. Fields that are left out stay as they are.</summary>
    /// <param name="app">Its name or id, as app.list shows them.</param>
    /// <param name="name">The new name.</param>
    /// <param name="description">The new description.</param>
    /// <param name="iconUrl">The new address of its picture: http, https, or a path on this dashboard.</param>
    /// <param name="href">The new link: http or https.</param>
    /// <param name="pingUrl">The new address that tells whether it is up: http or https.</param>
    /// <param name="clear">Fields to empty.</param>
    [Mutation(AppPermissions.Modify, Effect.Change, Idempotent = true)]
    public async Task<App> Update(
        AppRef app,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? name = null,
        [StringLength(512)] string? description = null,
        [StringLength(2048)] string? iconUrl = null,
        [StringLength(2048)] string? href = null,
        [StringLength(2048)] string? pingUrl = null,
        IReadOnlyList<AppField>? clear = null,
        CancellationToken cancellationToken = default)
    {
        var before = await apps.GetAsync(app.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        var after = before with
        {
            Name = name?.Trim() ?? before.Name,
            Description = Keep(AppField.Description, description, before.Description),
            IconUrl = Keep(AppField.IconUrl, iconUrl, before.IconUrl),
            Href = Keep(AppField.Href, href, before.Href),
            PingUrl = Keep(AppField.PingUrl, pingUrl, before.PingUrl),
        };
        AppRules.Check(after);
        if (after == before)
        {
            return before;
        }

        after = after with { UpdatedAt = clock.GetStorableNow() };
        await apps.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        if (after.AskedAddress != before.AskedAddress)
        {
            await checks.ForgetAsync(after.Id, cancellationToken).ConfigureAwait(false);
        }

        context.Changes.Updated("app", after.Id, before, after, AppJson.Write);
        return after;

        string? Keep(AppField field, string? given, string? had) => clear?.Contains(field) is true ? null : given ?? had;
    }

    /// <summary>Deletes an app and returns what it was.</summary>
    /// <param name="app">Its name or id, as app.list shows them.</param>
    [Mutation(AppPermissions.Delete, Effect.Destroy)]
    public async Task<App> Delete([Needs(Access.Full)] AppRef app, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await apps.GetAsync(app.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        await apps.DeleteAsync(before, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted("app", before.Id, before, AppJson.Write);
        return before;
    }
}
