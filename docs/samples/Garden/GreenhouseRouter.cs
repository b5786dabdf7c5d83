using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace Garden;

/// <summary>A bed in the greenhouse.</summary>
/// <param name="Name">What the gardener calls it.</param>
/// <param name="Moisture">How wet its soil is, from 0 to 1.</param>
public sealed record Bed(string Name, double Moisture);

/// <summary>The beds of a greenhouse.</summary>
[Router("greenhouse", Noun = "bed")]
internal sealed class GreenhouseRouter(Beds beds)
{
    /// <summary>Lists the beds with how wet their soil is.</summary>
    [Query(GreenhousePermissions.View)]
    public Page<Bed> List() => new(beds.All);

    /// <summary>Waters a bed and returns it as it is afterwards.</summary>
    /// <param name="bed">The name of the bed.</param>
    /// <param name="context">The run.</param>
    /// <param name="seconds">How long the water runs, in seconds.</param>
    [Mutation(GreenhousePermissions.Water, Effect.Change)]
    public Bed Water([StringLength(40)] string bed, ProcedureContext context, [Range(1, 60)] int seconds = 10)
    {
        context.Plan([$"Water {bed} for {seconds} s."]);
        return beds.Water(bed, seconds);
    }
}
