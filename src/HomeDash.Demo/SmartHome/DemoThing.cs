namespace HomeDash.Demo;

/// <summary>An entity of the demo home.</summary>
/// <param name="start">How it is when the house is new.</param>
/// <param name="clock">What time it is.</param>
/// <param name="measure">What it measures at a time; null when it measures nothing.</param>
/// <param name="notices">Whether it notices something at a time; null when it notices nothing.</param>
internal sealed class DemoThing(Entity start, TimeProvider clock, Func<DateTimeOffset, double>? measure = null, Func<DateTimeOffset, bool>? notices = null)
{
    private const double PercentPerSecond = 12;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private readonly List<HistoryPoint> past = [new(clock.GetUtcNow().AddHours(-3), start.State, start.Value)];
    private Entity now = start with { ChangedAt = clock.GetUtcNow().AddHours(-3) };
    private (int From, int To, DateTimeOffset Since)? moving;

    public string Id => start.Id;

    /// <summary>How it is now.</summary>
    public Entity Show()
    {
        var time = clock.GetUtcNow();
        if (moving is { } move)
        {
            var done = (int)((time - move.Since).TotalSeconds * PercentPerSecond);
            var arrived = done >= Math.Abs(move.To - move.From);
            var level = arrived ? move.To : move.From + (Math.Sign(move.To - move.From) * done);
            now = now with
            {
                LevelPercent = level,
                State = arrived ? (level == 0 ? EntityState.Closed : EntityState.Open) : move.To > move.From ? EntityState.Opening : EntityState.Closing,
            };
            moving = arrived ? null : move;
        }

        return measure is not null ? MeasuredAt(time) : notices is not null ? now with { State = notices(time) ? EntityState.On : EntityState.Off } : now;
    }

    /// <summary>Does what it is told.</summary>
    public void Obey(EntityOrder order)
    {
        var before = Show();
        now = order.Action switch
        {
            EntityAction.TurnOn => before with { State = before.Kind == EntityKind.MediaPlayer ? EntityState.Playing : EntityState.On, LevelPercent = before.LevelPercent ?? start.LevelPercent ?? (before.Kind == EntityKind.Light && before.Actions.Contains(EntityAction.SetLevel) ? 100 : null) },
            EntityAction.TurnOff => before with { State = EntityState.Off, LevelPercent = before.Kind is EntityKind.Light or EntityKind.Fan ? null : before.LevelPercent },
            EntityAction.SetLevel when before.Kind == EntityKind.Cover => Move(before, order.LevelPercent!.Value),
            EntityAction.SetLevel when order.LevelPercent == 0 => before with { State = EntityState.Off, LevelPercent = null },
            EntityAction.SetLevel => before with { State = before.Kind == EntityKind.MediaPlayer ? before.State : EntityState.On, LevelPercent = order.LevelPercent },
            EntityAction.SetColor => before with { State = EntityState.On, Color = order.Color, LevelPercent = before.LevelPercent ?? 100 },
            EntityAction.SetColorTemperature => before with { State = EntityState.On, ColorTemperatureKelvin = order.Kelvin, LevelPercent = before.LevelPercent ?? 100 },
            EntityAction.SetTemperature => before with { TargetTemperature = order.Temperature },
            EntityAction.Open or EntityAction.Unlock when before.Kind == EntityKind.Cover => Move(before, 100),
            EntityAction.Close => Move(before, 0),
            EntityAction.Stop => Hold(before),
            EntityAction.Run => before with { LastRunAt = clock.GetUtcNow() },
            EntityAction.Lock => before with { State = EntityState.Locked },
            EntityAction.Unlock => before with { State = EntityState.Unlocked },
            _ => before,
        };
        if (now.State != before.State)
        {
            now = now with { ChangedAt = clock.GetUtcNow() };
            past.Add(new(now.ChangedAt!.Value, now.State));
        }
    }

    /// <summary>How it was between two times.</summary>
    public IReadOnlyList<HistoryPoint> Past(DateTimeOffset from, DateTimeOffset to)
    {
        if (measure is null)
        {
            return [.. past.Where(point => point.At <= to && point.At >= from)];
        }

        var points = new List<HistoryPoint>();
        for (var time = from; time < to; time += Step)
        {
            points.Add(new(time, EntityState.Measured, Math.Round(measure(time), 1)));
        }

        return points;
    }

    private Entity MeasuredAt(DateTimeOffset time)
    {
        var value = Math.Round(measure!(time), 1);
        return now.Kind == EntityKind.Climate ? now with { Temperature = value } : now with { Value = value };
    }

    private Entity Move(Entity before, int to)
    {
        var from = before.LevelPercent ?? (before.State == EntityState.Closed ? 0 : 100);
        moving = from == to ? null : (from, to, clock.GetUtcNow());
        return moving is null ? before : before with { State = to > from ? EntityState.Opening : EntityState.Closing };
    }

    private Entity Hold(Entity before)
    {
        moving = null;
        return before with { State = before.LevelPercent == 0 ? EntityState.Closed : EntityState.Open };
    }
}
