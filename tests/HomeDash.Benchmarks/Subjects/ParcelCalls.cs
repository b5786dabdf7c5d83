using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using HomeDash.Benchmarks.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Benchmarks;

/// <summary>One call of five arguments: what must be made for it, what System.Text.Json makes of it, and what HomeDash does.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ParcelCalls
{
    private static readonly byte[] Json = """{"name":"ada","weight":1200,"fragile":true,"value":12.5,"marks":["top","glass","slow"]}"""u8.ToArray();

    private readonly Utf8JsonWriter writer = new(Output);
    private readonly ProcedureRequest request = new(Caller.House, "bench");
    private ServiceProvider? services;
    private ProcedureCaller calls = null!;
    private object? kept;

    private static ArrayBufferWriter<byte> Output { get; } = new(1024);

    /// <summary>The pipeline as HomeDash runs it: with its unit of work, its records of calls, and its deadline.</summary>
    [GlobalSetup]
    public void Start()
    {
        services = new ServiceCollection()
            .AddHomeDashStorage(new() { DataFolder = Path.Combine(Path.GetTempPath(), "homedash-bench-none") })
            .AddHomeDash()
            .AddHomeDashBenchmarksProcedures()
            .BuildServiceProvider();
        calls = services.GetRequiredService<ProcedureCaller>();
    }

    [GlobalCleanup]
    public void End() => services?.Dispose();

    /// <summary>The arguments and the result alone.</summary>
    [Benchmark]
    public object ArgumentsAndResult()
    {
        var marks = new List<string> { new("top"), new("glass"), new("slow") };
        var input = new ParcelWeighInput(new("ada"), 1200, true, 12.5, marks);
        // What leaves the method cannot be made on the stack instead.
        kept = input;
        return new Parcel(input.Name, input.Weight, input.Fragile, input.Value, input.Marks);
    }

    /// <summary>Bind and write by a source-generated context of System.Text.Json.</summary>
    [Benchmark(Baseline = true)]
    public long SystemTextJson()
    {
        var reader = new Utf8JsonReader(Json);
        var parcel = JsonSerializer.Deserialize(ref reader, ParcelContext.Default.PlainParcel)!;
        Begin();
        JsonSerializer.Serialize(writer, parcel, ParcelContext.Default.PlainParcel);
        return writer.BytesCommitted;
    }

    /// <summary>Bind and write by generated code, with the limits checked, which System.Text.Json does not do.</summary>
    [Benchmark]
    public long HomeDash()
    {
        var reader = new Utf8JsonReader(Json);
        var problems = default(InputProblems);
        var input = Read(ParcelWeighProcedure.Instance, ref reader, ref problems)!;
        Begin();
        Write(ParcelWeighProcedure.Instance, writer, new(input.Name, input.Weight, input.Fragile, input.Value, input.Marks));
        writer.Flush();
        return writer.BytesCommitted;
    }

    /// <summary>The whole way through the pipeline, and the answer written.</summary>
    [Benchmark]
    public async ValueTask<long> Pipeline()
    {
        var outcome = await calls.CallAsync("parcel.weigh", Json, request, CancellationToken.None);
        Begin();
        ((ProcedureOutcome.Completed)outcome).Write(writer);
        writer.Flush();
        return writer.BytesCommitted;
    }

    private void Begin()
    {
        Output.ResetWrittenCount();
        writer.Reset();
    }

    /// <summary>Reading and writing are the pipeline's business, so nobody else can call them by name.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Read")]
    private static extern ParcelWeighInput? Read(ParcelWeighProcedure procedure, ref Utf8JsonReader reader, ref InputProblems problems);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Write")]
    private static extern void Write(ParcelWeighProcedure procedure, Utf8JsonWriter writer, Parcel parcel);
}
