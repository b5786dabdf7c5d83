using HomeDash.Benchmarks;
using HomeDash.Benchmarks.Http;

if (args is ["bare", var answers])
{
    await BareServer.RunAsync(answers);
    return 0;
}

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var missed = false;
if (options.Wants("tools"))
{
    Show("Tools", ToolListFigures.Measure());
}

if (options.Wants("generator"))
{
    Show("Generator", GeneratorFigures.Measure(stop.Token));
}

if (options.Wants("calls"))
{
    Show("Calls in process", CallFigures.Measure());
}

if (options.Wants("sessions"))
{
    Show("Sessions", await SessionFigures.MeasureAsync(stop.Token));
}

if (options.Wants("http") && options.Seconds > 0)
{
    Show("Calls over HTTP", await LoadFigures.MeasureAsync(options, stop.Token));
}

return missed ? 1 : 0;

void Show(string part, IEnumerable<Figure> figures)
{
    Console.WriteLine($"\n{part,-58} {"result",16} {"target",16}");
    foreach (var figure in figures)
    {
        missed |= figure.Verdict == Verdict.Missed;
        var verdict = figure.Verdict is Verdict.Told ? "" : figure.Verdict.ToString().ToLowerInvariant();
        Console.WriteLine($"  {figure.What,-56} {figure.Result,16} {figure.Target,16}  {verdict}".TrimEnd());
    }
}
