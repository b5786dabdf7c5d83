using System.Globalization;
using HomeDash.Fuzz;

const string Usage = """
    usage: eng/fuzz [COUNT] [--seed N] [--minutes N] [--only INDEX]

      COUNT          how many bodies are sent (1000000)
      --seed N       makes other bodies; the same seed makes the same ones (1)
      --minutes N    the run ends after this long even when not all are sent (60)
      --only INDEX   sends one body of the run and shows it with its answer
    """;

var options = new FuzzOptions(1_000_000, 1, TimeSpan.FromMinutes(60));
long? only = null;
for (var index = 0; index < args.Length; index++)
{
    var takesValue = args[index].StartsWith("--", StringComparison.Ordinal);
    var text = takesValue ? args.ElementAtOrDefault(index + 1) : args[index];
    if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > int.MaxValue)
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    switch (args[index])
    {
        case "--seed":
            options = options with { Seed = (int)value };
            break;
        case "--minutes":
            options = options with { Longest = TimeSpan.FromMinutes(value) };
            break;
        case "--only":
            only = value;
            break;
        case var _ when !takesValue:
            options = options with { Count = value };
            break;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }

    index += takesValue ? 1 : 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

await using var house = await FuzzHouse.StartAsync(stop.Token);
var run = await FuzzRun.PrepareAsync(house, stop.Token);
if (only is { } one)
{
    Console.WriteLine(await run.ShowAsync(options.Seed, one, stop.Token));
    return 0;
}

var report = await run.SendAsync(options, Console.Out, stop.Token);
Console.WriteLine(report);
return report.Passed ? 0 : 1;
