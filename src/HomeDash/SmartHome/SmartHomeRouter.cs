using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Lights, blinds, heating, sensors, scenes and more of the connected smart home hubs.</summary>
[Router("smartHome", Noun = "smart home entity")]
internal sealed class SmartHomeRouter(HomeFleet fleet, HomeActions actions, HomeWatch watch, TimeProvider clock)
{
    private const double ActionSeconds = 30;
    private const int MostTargets = 100;
    private const int LongestDays = 31;

    /// <summary>Lists entities of the house by area, with state, level, temperature and what can be done to each.</summary>
    /// <param name="context">The run.</param>
    /// <param name="kinds">Only entities of these kinds.</param>
    /// <param name="area">Only entities in this area, for example Kitchen.</param>
    /// <param name="states">Only entities in these states.</param>
    /// <param name="search">Only entities with this text in name, id or area.</param>
    /// <param name="integrations">Only these hubs; all when left out.</param>
    /// <param name="limit">How many entities at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SmartHomePermissions.View, Title = "List smart home")]
    public async Task<EntityList> List(
        ProcedureContext context,
        [MaxLength(17)] IReadOnlyList<EntityKind>? kinds = null,
        [MaxLength(100)] string? area = null,
        [MaxLength(22)] IReadOnlyList<EntityState>? states = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 2000)] int limit = 50,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : EntityPosition.Read(cursor);
        var survey = await fleet.SurveyAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return HomeView.List(survey, new EntityFilter(kinds, area, states, search).In(survey), after, limit);
    }

    /// <summary>Finds entities by name, area or kind, also when it is not spelt quite right: "kichen light".</summary>
    /// <param name="text">What people call it.</param>
    /// <param name="context">The run.</param>
    /// <param name="limit">How many entities at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SmartHomePermissions.View, Title = "Search smart home")]
    public async Task<EntityList> Search(
        [StringLength(100, MinimumLength = 1)] string text, ProcedureContext context, [Range(1, 100)] int limit = 20, CancellationToken cancellationToken = default) =>
        HomeView.Search(await fleet.SurveyAsync(context.Caller, null, cancellationToken).ConfigureAwait(false), text, limit);

    /// <summary>Shows an entity as it is now: "is the garage open?"</summary>
    /// <param name="entity">A name or id as smartHome.list shows it; area/name where several have that name.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SmartHomePermissions.View)]
    public async Task<Entity> Get(EntityRef entity, ProcedureContext context, CancellationToken cancellationToken = default) =>
        (await fleet.OneAsync(entity, context.Caller, cancellationToken).ConfigureAwait(false)).Entity;

    /// <summary>Lists rooms and other areas, with how many lights are on, what is open and how warm it is.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these hubs; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SmartHomePermissions.View, Title = "List areas")]
    public async Task<AreaList> Areas(
        ProcedureContext context, [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        HomeView.Areas(await fleet.SurveyAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false));

    /// <summary>Shows how an entity was between two times, at most 31 days, with lowest, highest and mean of what was measured.</summary>
    /// <param name="entity">A name or id as smartHome.list shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="from">Where the time begins; a day before its end when left out.</param>
    /// <param name="to">Where the time ends; now when left out.</param>
    /// <param name="limit">How many states at most, the latest ones.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SmartHomePermissions.View, Title = "Show entity history")]
    public async Task<EntityHistory> History(
        EntityRef entity,
        ProcedureContext context,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        [Range(1, 1000)] int limit = 100,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var end = to is { } given && given < now ? given.ToUniversalTime() : now;
        var begin = from?.ToUniversalTime() ?? end.AddDays(-1);
        if (begin >= end)
        {
            throw ProcedureErrors.InvalidInput("from", "It has to lie before 'to', and before now.");
        }

        if (end - begin > TimeSpan.FromDays(LongestDays))
        {
            throw ProcedureErrors.InvalidInput("from", $"The time may be {LongestDays} days long at most. Ask for a part of it.");
        }

        var (hub, found) = await fleet.OneAsync(entity, context.Caller, cancellationToken).ConfigureAwait(false);
        return EntityHistory.Of(found, begin, end, await hub.Client.HistoryAsync(found, begin, end, cancellationToken).ConfigureAwait(false), limit);
    }

    /// <summary>Streams entities as smartHome.list shows them: when something changes, and every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="kinds">Only entities of these kinds.</param>
    /// <param name="area">Only entities in this area, for example Kitchen.</param>
    /// <param name="states">Only entities in these states.</param>
    /// <param name="search">Only entities with this text in name, id or area.</param>
    /// <param name="integrations">Only these hubs; all when left out.</param>
    /// <param name="limit">How many entities at most.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(SmartHomePermissions.View, Title = "Watch smart home")]
    public IAsyncEnumerable<EntityList> Watch(
        ProcedureContext context,
        [MaxLength(17)] IReadOnlyList<EntityKind>? kinds = null,
        [MaxLength(100)] string? area = null,
        [MaxLength(22)] IReadOnlyList<EntityState>? states = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 2000)] int limit = 500,
        CancellationToken cancellationToken = default)
    {
        var filter = new EntityFilter(kinds, area, states, search);
        return watch.FollowAsync(
            context.Caller,
            async token => HomeView.List(await fleet.SurveyAsync(context.Caller, integrations, token, live: true).ConfigureAwait(false), filter, null, limit),
            cancellationToken);
    }

    /// <summary>Turns on lights, switches, fans and players, and says for each how it is then.</summary>
    /// <param name="targets">Names or ids; an area (kitchen), an area with a kind (kitchen lights, area:Kitchen/light), or a kind (all lights) stands for all that fit.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Turn on", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> TurnOn(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.TurnOn), context, cancellationToken);

    /// <summary>Turns off lights, switches, fans and players, and says for each how it is then. "Turn off the kitchen lights" is this one call with targets ["kitchen lights"].</summary>
    /// <param name="targets">Names or ids; an area (kitchen), an area with a kind (kitchen lights, area:Kitchen/light), or a kind (all lights) stands for all that fit.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Turn off", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> TurnOff(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.TurnOff), context, cancellationToken);

    /// <summary>Turns off what is on and on what is off, and says for each how it is then.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind, as for smartHome.turnOff.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Title = "Toggle on and off", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Toggle(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.ToggleAsync(targets, context, cancellationToken);

    /// <summary>Sets brightness of lights, position of blinds (100 is open), speed of fans or volume of players.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind, as for smartHome.turnOff.</param>
    /// <param name="percent">The level in percent; 0 is off or shut.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Set level", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> SetLevel(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, [Range(0, 100)] int percent, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.SetLevel) { LevelPercent = percent }, context, cancellationToken);

    /// <summary>Gives lights a colour, or a warm or cold white; lights that are off go on.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind, as for smartHome.turnOff.</param>
    /// <param name="context">The run.</param>
    /// <param name="color">A colour as #rrggbb, or a name like red.</param>
    /// <param name="kelvin">A white in kelvin, in place of a colour: 2700 is warm, 6500 is cold.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Set light color", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> SetColor(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets,
        ProcedureContext context,
        [StringLength(20, MinimumLength = 3)] string? color = null,
        [Range(1000, 12000)] int? kelvin = null,
        CancellationToken cancellationToken = default) => (color, kelvin) switch
        {
            ({ } given, null) => actions.RunAsync(targets, new(EntityAction.SetColor) { Color = RgbColor.Read(given) }, context, cancellationToken),
            (null, { } white) => actions.RunAsync(targets, new(EntityAction.SetColorTemperature) { Kelvin = white }, context, cancellationToken),
            _ => throw ProcedureErrors.InvalidInput("color", "Give either a color or kelvin."),
        };

    /// <summary>Sets thermostats to a temperature, in the unit that smartHome.list shows.</summary>
    /// <param name="targets">Names or ids of thermostats, areas, or areas with a kind (kitchen heating).</param>
    /// <param name="temperature">The temperature that is wanted.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Set temperature", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> SetTemperature(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, [Range(-30.0, 250.0)] double temperature, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.SetTemperature) { Temperature = temperature }, context, cancellationToken);

    /// <summary>Opens blinds, shutters and curtains. Doors and garages: smartHome.unlock.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind (kitchen blinds).</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Open blinds", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Open(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.Open), context, cancellationToken);

    /// <summary>Closes blinds, shutters, curtains and garages.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind (kitchen blinds).</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Close blinds", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Close(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.Close), context, cancellationToken);

    /// <summary>Stops blinds and garages where they are.</summary>
    /// <param name="targets">Names or ids, areas, or areas with a kind (kitchen blinds).</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Stop blinds", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Stop(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.Stop), context, cancellationToken);

    /// <summary>Runs a scene, such as movie night.</summary>
    /// <param name="scene">The name or id of the scene.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Title = "Run scene", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<EntityChange> RunScene(SceneRef scene, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunOneAsync(scene, context, cancellationToken);

    /// <summary>Runs an automation or a script at once, whatever its conditions, and says when it ran.</summary>
    /// <param name="automation">The name or id of the automation or script.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Title = "Run automation", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<EntityChange> RunAutomation(AutomationRef automation, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunOneAsync(automation, context, cancellationToken);

    /// <summary>Locks doors and says for each whether it is locked.</summary>
    /// <param name="targets">Names or ids of locks, or an area with a kind (hall locks).</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Control, Effect.Change, Idempotent = true, Title = "Lock doors", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Lock(
        [MinLength(1), MaxLength(MostTargets)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(targets, new(EntityAction.Lock), context, cancellationToken);

    /// <summary>Unlocks doors and opens garages, one by one and by their names: whoever stands outside can come in.</summary>
    /// <param name="targets">Names or ids of locks, doors and garages; no areas.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SmartHomePermissions.Unlock, Effect.Destroy, Title = "Unlock doors", CheckWith = "smartHome.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<EntityChange>> Unlock(
        [MinLength(1), MaxLength(10)] IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken = default) =>
        targets.FirstOrDefault(target => target.Group is not null) is { } group
            ? throw ProcedureErrors.InvalidInput("targets", $"'{group.Given}' is not one door. Name each door or garage that is to be unlocked.")
            : actions.RunAsync(targets, new(EntityAction.Unlock), context, cancellationToken);
}
