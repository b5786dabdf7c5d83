using System.Globalization;
using System.Text.Json;

namespace HomeDash.Integrations.IoBroker;

/// <summary>Puts ioBroker's roles into HomeDash's words. github.com/ioBroker/ioBroker/blob/master/doc/STATE_ROLES.md</summary>
internal static class IoBrokerMapping
{
    private static readonly EntityAction[] OnOff = [EntityAction.TurnOn, EntityAction.TurnOff];

    /// <summary>An entity; null for a state whose role says nothing of the house.</summary>
    public static Entity? ToEntity(string id, IoBrokerCommon common, IoBrokerState? state, string integration, string? room)
    {
        if (KindOf(common) is not { } kind)
        {
            return null;
        }

        var (word, value, text) = StateOf(kind, state, common);
        var writes = common.Write != false;
        return new()
        {
            Id = id,
            Name = NameOf(common.Name) ?? id,
            Integration = integration,
            Kind = kind,
            Area = room,
            State = word,
            Value = kind is EntityKind.Sensor or EntityKind.Other ? value : null,
            Unit = kind == EntityKind.Climate ? common.Unit ?? "°C" : kind == EntityKind.Sensor ? common.Unit : null,
            Text = text,
            DeviceClass = common.Role,
            LevelPercent = IsLevel(common) && kind is EntityKind.Light or EntityKind.Cover && value is { } level && (word != EntityState.Off) ? (int)Math.Round(100 * (level - Least(common)) / (Most(common) - Least(common))) : null,
            TargetTemperature = kind == EntityKind.Climate ? value : null,
            MinTemperature = kind == EntityKind.Climate ? common.Min : null,
            MaxTemperature = kind == EntityKind.Climate ? common.Max : null,
            Actions = writes ? ActionsOf(kind, common) : [],
            ChangedAt = state is { Changed: > 0 and var changed } ? DateTimeOffset.FromUnixTimeMilliseconds(changed) : null,
        };
    }

    /// <summary>The value that an order sets.</summary>
    public static string ValueOf(EntityOrder order, IoBrokerCommon common) => order.Action switch
    {
        EntityAction.TurnOn or EntityAction.Open when IsLevel(common) => Number(Most(common)),
        EntityAction.TurnOff or EntityAction.Close when IsLevel(common) => Number(Least(common)),
        EntityAction.SetLevel => Number(Least(common) + ((Most(common) - Least(common)) * order.LevelPercent!.Value / 100)),
        EntityAction.SetTemperature => Number(order.Temperature!.Value),

        // switch.lock is true while it is unlocked.
        EntityAction.Lock or EntityAction.TurnOff or EntityAction.Close => "false",
        _ => "true",
    };

    /// <summary>A value of the past.</summary>
    public static HistoryPoint PointOf(Entity entity, IoBrokerCommon common, JsonElement value, long time)
    {
        var (word, number, text) = StateOf(entity.Kind, new(value), common);
        return new(DateTimeOffset.FromUnixTimeMilliseconds(time), word, number, text);
    }

    /// <summary>A name, in English where there are several languages.</summary>
    public static string? NameOf(JsonElement name) => name.ValueKind switch
    {
        JsonValueKind.String => name.GetString(),
        JsonValueKind.Object => name.Word("en") ?? name.EnumerateObject().Select(one => one.Value.GetString()).FirstOrDefault(text => !string.IsNullOrEmpty(text)),
        _ => null,
    };

    private static EntityKind? KindOf(IoBrokerCommon common) => common.Role switch
    {
        null => null,
        "switch.light" or "level.dimmer" or "level.brightness" => EntityKind.Light,
        "switch.lock" or "switch.lock.door" => EntityKind.Lock,
        "level.blind" or "level.curtain" or "level.tilt" => EntityKind.Cover,
        "level.temperature" => EntityKind.Climate,
        "scene.state" => EntityKind.Scene,
        _ when common.Role.StartsWith("switch", StringComparison.Ordinal) => EntityKind.Switch,
        _ when common.Role.StartsWith("button", StringComparison.Ordinal) => EntityKind.Button,
        _ when common.Role.StartsWith("sensor", StringComparison.Ordinal) => EntityKind.BinarySensor,
        _ when common.Role.StartsWith("value", StringComparison.Ordinal) => EntityKind.Sensor,
        _ => null,
    };

    private static (EntityState Word, double? Value, string? Text) StateOf(EntityKind kind, IoBrokerState? state, IoBrokerCommon common)
    {
        if (state is null || state.Val.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return (EntityState.Unknown, null, null);
        }

        // The bits of the quality say what is wrong: 0x42 is a device that is not connected, 0x41 and 0x44 are like it.
        if ((state.Quality & 0x40) != 0)
        {
            return (EntityState.Unavailable, null, null);
        }

        double? number = state.Val.ValueKind switch
        {
            JsonValueKind.Number => state.Val.GetDouble(),
            JsonValueKind.String when double.TryParse(state.Val.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) => read,
            _ => null,
        };
        var on = state.Val.ValueKind == JsonValueKind.True || number > Least(common);
        return kind switch
        {
            EntityKind.Scene or EntityKind.Button => (EntityState.Ready, null, null),
            EntityKind.Lock => (on ? EntityState.Unlocked : EntityState.Locked, null, null),
            EntityKind.Cover => (on ? EntityState.Open : EntityState.Closed, number, null),
            EntityKind.Climate => (EntityState.On, number, null),
            EntityKind.Sensor when number is not null => (EntityState.Measured, number, null),
            EntityKind.Sensor => (EntityState.Told, null, state.Val.ToString()),
            EntityKind.BinarySensor when common.Role is "sensor.window" or "sensor.door" => (on ? EntityState.Open : EntityState.Closed, null, null),
            _ => (on ? EntityState.On : EntityState.Off, number, null),
        };
    }

    private static EntityAction[] ActionsOf(EntityKind kind, IoBrokerCommon common) => kind switch
    {
        EntityKind.Light when IsLevel(common) => [.. OnOff, EntityAction.SetLevel],
        EntityKind.Light or EntityKind.Switch => OnOff,
        EntityKind.Cover => [EntityAction.Open, EntityAction.Close, EntityAction.SetLevel],
        EntityKind.Climate => [EntityAction.SetTemperature],
        EntityKind.Lock => [EntityAction.Lock, EntityAction.Unlock],
        EntityKind.Scene or EntityKind.Button => [EntityAction.Run],
        _ => [],
    };

    private static bool IsLevel(IoBrokerCommon common) => common.Role!.StartsWith("level", StringComparison.Ordinal);

    private static double Least(IoBrokerCommon common) => IsLevel(common) ? common.Min ?? 0 : 0;

    private static double Most(IoBrokerCommon common) => common.Max ?? 100;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
