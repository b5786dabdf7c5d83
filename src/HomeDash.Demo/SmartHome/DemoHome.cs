using System.Runtime.CompilerServices;

namespace HomeDash.Demo;

/// <summary>A smart home in memory: it obeys, its blinds take their time, it gets warmer and colder, and somebody walks through its hall.</summary>
internal sealed class DemoHome(string name, TimeProvider clock) : ILiveHome, IIntegrationClient
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly Lock changing = new();
    private readonly IReadOnlyList<DemoThing> things = DemoFurniture.Of(name, clock);

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo home", "1.0"));

    public Task<HomeState> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Show());

    public Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        lock (changing)
        {
            return Task.FromResult(things.First(thing => thing.Id == entity.Id).Past(from, to));
        }
    }

    public Task<IReadOnlyList<OrderAnswer>> OrderAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        lock (changing)
        {
            foreach (var thing in things.Where(thing => entities.Any(entity => entity.Id == thing.Id)))
            {
                thing.Obey(order);
                if (order.Action == EntityAction.Run)
                {
                    Play(thing.Id);
                }
            }
        }

        var after = Show();
        return Task.FromResult<IReadOnlyList<OrderAnswer>>([.. entities.Select(entity => new OrderAnswer(after.Find(entity.Id)))]);
    }

    public async IAsyncEnumerable<string> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = Show();
        while (true)
        {
            await Task.Delay(Breath, clock, cancellationToken).ConfigureAwait(false);
            var now = Show();
            foreach (var (before, after) in known.Entities.Zip(now.Entities).Where(pair => (pair.First.State, pair.First.Value, pair.First.LevelPercent) != (pair.Second.State, pair.Second.Value, pair.Second.LevelPercent)))
            {
                yield return after.Id;
            }

            known = now;
        }
    }

    private HomeState Show()
    {
        lock (changing)
        {
            Entity[] all = [.. things.Select(thing => thing.Show())];
            return new(all, [.. all.Select(entity => entity.Area).OfType<string>().Distinct()]);
        }
    }

    private void Play(string id)
    {
        var (lights, level) = id switch { "scene.movie_night" => ("light.living", 20), "scene.good_morning" => ("light.", 80), _ => ("", 0) };
        foreach (var light in things.Where(thing => lights.Length > 0 && thing.Id.StartsWith(lights, StringComparison.Ordinal)))
        {
            light.Obey(new(EntityAction.SetLevel) { LevelPercent = level });
        }

        if (id is "script.all_off" or "automation.good_night")
        {
            foreach (var thing in things.Where(thing => thing.Id.StartsWith("light.", StringComparison.Ordinal) || thing.Id.StartsWith("media_player.", StringComparison.Ordinal)))
            {
                thing.Obey(new(EntityAction.TurnOff));
            }
        }
    }
}
