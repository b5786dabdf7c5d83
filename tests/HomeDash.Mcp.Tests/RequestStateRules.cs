using HomeDash.Procedures;
using Microsoft.AspNetCore.DataProtection;
using ModelContextProtocol;

namespace HomeDash.Mcp.Tests;

/// <summary>What a client brings back is only believed when it was given for the same call.</summary>
public sealed class RequestStateRules
{
    private static readonly Caller Ada = new("u1", "ada") { KeyId = "k1" };
    private static readonly ReadOnlyMemory<byte> Arguments = "{\"lamp\":\"hall\"}"u8.ToArray();

    private readonly Clock clock = new();
    private readonly RequestStates states;

    public RequestStateRules() => states = new(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void It_keeps_what_was_asked_and_answered()
    {
        var state = states.Open(Seal(), Ada, "lamp_paint", Arguments);

        Assert.Equal(["label"], state.Asked);
        Assert.Equal("red", state.Answers["colour"]);
    }

    [Fact]
    public void It_shows_nothing_of_itself() => Assert.DoesNotContain("red", Seal());

    [Fact]
    public void Another_caller_key_tool_or_argument_is_another_call()
    {
        var given = Seal();

        Refused(given, Ada with { UserId = "u2" }, "lamp_paint", Arguments);
        Refused(given, Ada with { KeyId = "k2" }, "lamp_paint", Arguments);
        Refused(given, Ada, "lamp_remove", Arguments);
        Refused(given, Ada, "lamp_paint", "{}"u8.ToArray());
    }

    [Fact]
    public void It_ages()
    {
        var given = Seal();

        clock.Now += RequestStates.Lifetime;

        Refused(given, Ada, "lamp_paint", Arguments);
    }

    [Theory, InlineData(""), InlineData("AAAA"), InlineData("!!"), InlineData("ä")]
    public void What_was_not_sealed_here_is_refused(string made) => Refused(made, Ada, "lamp_paint", Arguments);

    private string Seal() => states.Seal(Ada, "lamp_paint", Arguments, ["label"], new Dictionary<string, string> { ["colour"] = "red" });

    private void Refused(string given, Caller caller, string tool, ReadOnlyMemory<byte> arguments) =>
        Assert.Equal(McpErrorCode.InvalidParams, Assert.Throws<McpProtocolException>(() => states.Open(given, caller, tool, arguments)).ErrorCode);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
