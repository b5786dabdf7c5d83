using HomeDash.Integrations.Docker.Wire;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class UsageFigures
{
    private static readonly EngineMemory Memory = new(1000, 4000, null);

    [Theory]
    [InlineData(1_000_000_000, 4, 100)] // one of four cores
    [InlineData(4_000_000_000, 4, 400)]
    [InlineData(40_000_000, 4, 4)]
    [InlineData(0, 4, 0)]
    public void Processor_use_is_that_between_two_samples_where_one_core_is_100(ulong used, int cores, double percent)
    {
        // A second passes on every core.
        var before = new EngineCpu(new(500, null), 7_000_000_000, cores);
        var now = new EngineCpu(new(500 + used, null), 7_000_000_000 + ((ulong)cores * 1_000_000_000), cores);

        Assert.Equal(percent, UsageMath.Of(before, new(now, before, Memory))!.CpuPercent);
    }

    [Fact]
    public void Where_the_number_of_cores_is_not_said_they_are_counted() =>
        Assert.Equal(20, UsageMath.Of(new(new(0, null), 1000, null), new(new(new(100, [60, 40]), 2000, null), null, Memory))!.CpuPercent);

    [Fact]
    public void Counters_that_begin_anew_are_no_use() =>
        Assert.Equal(0, UsageMath.Of(new(new(900, null), 1000, 1), new(new(new(5, null), 2000, 1), null, Memory))!.CpuPercent);

    [Theory]
    [InlineData(300L, 200L, 700)] // cgroup v1 counts the whole tree
    [InlineData(null, 200L, 800)] // cgroup v2
    [InlineData(null, null, 1000)]
    [InlineData(null, 5000L, 1000)]
    public void Memory_is_counted_without_the_cache_that_can_be_given_back(long? v1, long? v2, long bytes)
    {
        var cpu = new EngineCpu(new(1, null), 1, 1);

        Assert.Equal(bytes, UsageMath.Of(cpu, new(cpu, cpu, new(1000, 4000, new(v1, v2))))!.MemoryBytes);
    }

    [Fact]
    public void A_container_that_has_stopped_has_no_figures() =>
        Assert.Null(UsageMath.Of(null, new(new(new(0, null), null, null), null, new(null, null, null))));
}
