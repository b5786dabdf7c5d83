using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.SmartHome;

/// <summary>The rooms of the house with what is in them: watched and switched.</summary>
public sealed partial class SmartHomePage
{
    private const int Most = 2000;
    private const string Elsewhere = "Elsewhere";

    private readonly Load<EntityList> house;
    private readonly HashSet<string> busy = [];
    private readonly Dictionary<string, string> failures = [];
    private string filter = "";
    private bool mayControl;
    private bool mayUnlock;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public SmartHomePage() => house = new(cancellationToken => Caller.SmartHome.ListAsync(limit: Most, cancellationToken: cancellationToken));

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayControl, mayUnlock) = (visitor.Holds(SmartHomePermissions.Control), visitor.Holds(SmartHomePermissions.Unlock));
        if (Alive)
        {
            Watch(house, cancellationToken => Caller.SmartHome.WatchAsync(limit: Most, cancellationToken: cancellationToken));
        }
    }

    /// <summary>Names an entity so that no other is meant.</summary>
    internal static string Key(Entity entity) => $"{entity.Integration}/{entity.Id}";

    private async Task RefreshAsync()
    {
        await house.RunAsync(Gone);
        StateHasChanged();
    }

    private IEnumerable<Room> Rooms(EntityList all) => all.Items
        .Where(entity => entity.Kind is not (EntityKind.Scene or EntityKind.Automation or EntityKind.Script or EntityKind.Other or EntityKind.Person) && Matches(entity))
        .GroupBy(entity => entity.Area ?? "", StringComparer.OrdinalIgnoreCase)
        .Select(room => new Room(room.Key.Length > 0 ? room.Key : Elsewhere, room.Key.Length > 0, [.. room]));

    private List<Entity> Runnable(EntityList all) =>
        [.. all.Items.Where(entity => entity.Kind is EntityKind.Scene or EntityKind.Automation or EntityKind.Script && Matches(entity)).OrderBy(entity => entity.Kind).ThenBy(entity => entity.Name, StringComparer.OrdinalIgnoreCase)];

    private bool Matches(Entity entity) => new[] { entity.Name, entity.Area, entity.Kind.ToString(), entity.State.ToString() }
        .Any(text => text?.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase) == true);

    private static string Summary(EntityList all)
    {
        var lit = all.Items.Count(entity => entity is { Kind: EntityKind.Light, State: EntityState.On });
        var lost = all.Items.Count(entity => entity.State == EntityState.Unavailable);
        return $"{Words.Count(lit, "light")} on{(lost > 0 ? $", {lost} unavailable" : "")}";
    }

    private string RanWords(Entity entity) => entity.LastRunAt is { } ran ? $"Ran {Words.Ago(ran, Time.GetUtcNow())}" : "Run it";

    private Task LightsOffAsync(Room room) =>
        RunAsync([.. room.Entities.Where(entity => entity.Kind == EntityKind.Light)], () => Caller.SmartHome.TurnOffAsync([new($"area:{room.Name}/light")], Gone));

    private async Task OrderAsync(EntityCommand command)
    {
        var entity = command.Entity;
        if (command.Order.Action == EntityAction.Unlock && !await Questions.ConfirmAsync(new(
            entity.Kind == EntityKind.Lock ? $"Unlock {entity.Name}?" : $"Open {entity.Name}?", "Whoever stands outside can come in then.", entity.Kind == EntityKind.Lock ? "Unlock" : "Open")))
        {
            return;
        }

        IReadOnlyList<EntityRef> target = [new(Key(entity))];
        await RunAsync([entity], () => command.Order switch
        {
            { Action: EntityAction.TurnOn } => Caller.SmartHome.TurnOnAsync(target, Gone),
            { Action: EntityAction.TurnOff } => Caller.SmartHome.TurnOffAsync(target, Gone),
            { Action: EntityAction.SetLevel, LevelPercent: { } percent } => Caller.SmartHome.SetLevelAsync(target, percent, Gone),
            { Action: EntityAction.SetColor, Color: { } color } => Caller.SmartHome.SetColorAsync(target, color: color, cancellationToken: Gone),
            { Action: EntityAction.SetTemperature, Temperature: { } temperature } => Caller.SmartHome.SetTemperatureAsync(target, temperature, Gone),
            { Action: EntityAction.Open } => Caller.SmartHome.OpenAsync(target, Gone),
            { Action: EntityAction.Close } => Caller.SmartHome.CloseAsync(target, Gone),
            { Action: EntityAction.Stop } => Caller.SmartHome.StopAsync(target, Gone),
            { Action: EntityAction.Lock } => Caller.SmartHome.LockAsync(target, Gone),
            _ => Caller.SmartHome.UnlockAsync(target, Gone),
        });
    }

    private async Task RunAsync(IReadOnlyList<Entity> entities, Func<Task<Outcomes<EntityChange>>> call)
    {
        string[] keys = [.. entities.Select(Key)];
        busy.UnionWith(keys);
        Array.ForEach(keys, key => failures.Remove(key));
        try
        {
            foreach (var outcome in (await call()).Items.Where(outcome => !outcome.Ok))
            {
                failures[Key(entities.First(entity => entity.Name == outcome.Target))] = outcome.Message!;
            }
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of("This", failure.Error);
        }
        finally
        {
            busy.ExceptWith(keys);
        }

        await RefreshAsync();
    }

    private async Task RunEntityAsync(Entity entity)
    {
        busy.Add(Key(entity));
        try
        {
            var change = entity.Kind == EntityKind.Scene
                ? await Caller.SmartHome.RunSceneAsync(new(Key(entity)), Gone)
                : await Caller.SmartHome.RunAutomationAsync(new(Key(entity)), Gone);
            report = new("Ran", [new(entity.Name, true, change.Note)]);
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of($"Running {entity.Name}", failure.Error);
        }
        finally
        {
            busy.Remove(Key(entity));
        }

        await RefreshAsync();
    }
}

/// <summary>A room and what is in it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsArea">Whether it is an area of a hub, and not what is in none.</param>
/// <param name="Entities">What is in it.</param>
public sealed record Room(string Name, bool IsArea, IReadOnlyList<Entity> Entities);

/// <summary>What a person wants of an entity.</summary>
/// <param name="Entity">Of which one.</param>
/// <param name="Order">What.</param>
public sealed record EntityCommand(Entity Entity, EntityOrder Order);
