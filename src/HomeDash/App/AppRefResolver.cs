using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>
/// Finds apps by id, by name, or by the start of a name when only one begins like that. Reads apart from the run's own
/// transaction, which app.ping begins only after the apps have answered.
/// </summary>
internal sealed class AppRefResolver(HouseWork work) : ITargetResolver<AppRef>
{
    public async ValueTask<IReadOnlyList<AppRef>> ResolveAsync(IReadOnlyList<AppRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var all = await work.ReadAsync(services => services.GetRequiredService<AppStore>().AllNamesAsync(cancellationToken)).ConfigureAwait(false);
        var visible = all.Select(app => new ResolvedTarget("app", app.Id, app.Name)).Where(app => caller.HasAccess(app, Access.Use)).ToList();
        return [.. targets.Select(target => target with { Resolved = Find(target.Given.Trim(), visible) })];
    }

    private static ResolvedTarget Find(string given, List<ResolvedTarget> apps)
    {
        if (apps.Find(app => app.Id == given) is { } byId)
        {
            return byId;
        }

        var named = apps.FindAll(app => app.Name.Equals(given, StringComparison.OrdinalIgnoreCase));
        if (named.Count == 0 && given.Length > 0)
        {
            named = apps.FindAll(app => app.Name.StartsWith(given, StringComparison.OrdinalIgnoreCase));
        }

        return named.Count switch
        {
            1 => named[0],
            0 => throw ProcedureErrors.NotFound("app", given, apps.Select(app => app.Name), new("app.list", Why: "It lists the apps there are.")),
            _ => throw ProcedureErrors.Ambiguous("app", given, named.Select(app => $"{app.Name} ({app.Id})")),
        };
    }
}
