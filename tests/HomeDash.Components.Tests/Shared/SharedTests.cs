using Bunit;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Components.SignIn;

namespace HomeDash.Components.Tests.Shared;

public sealed class SharedTests : BunitContext
{
    public SharedTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void A_badge_is_a_word_in_a_colour() =>
        Render<Badge>(parameters => parameters.Add(badge => badge.Tone, Tone.Good).AddChildContent("Running"))
            .MarkupMatches("<span class=\"badge good\">Running</span>");

    [Theory]
    [InlineData(true, "Copied")]
    [InlineData(false, "Your browser does not allow copying")]
    public void Copying_says_how_it_went(bool allowed, string said)
    {
        JSInterop.SetupModule("./_content/HomeDash.Components/js/clipboard.js").Setup<bool>("copy", "text").SetResult(allowed);
        var button = Render<CopyButton>(parameters => parameters.Add(component => component.Text, "text"));

        button.Find("button").Click();

        Assert.Equal(said, button.Find("[role=status]").TextContent);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(536_870_912, "512 MiB")]
    [InlineData(8_589_934_592, "8.0 GiB")]
    public void Sizes_are_short(long bytes, string words) => Assert.Equal(words, Words.Size(bytes));

    [Theory]
    [InlineData(5, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7200, "2 hours ago")]
    [InlineData(172_800, "2 days ago")]
    [InlineData(7_776_000, "3 months ago")]
    public void Moments_are_told_from_now(int seconds, string words)
    {
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(words, Words.Ago(now.AddSeconds(-seconds), now));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("locked")]
    [InlineData("limited")]
    [InlineData("invalid")]
    [InlineData("exists")]
    [InlineData("expired")]
    [InlineData("anything else")]
    public void Every_problem_at_sign_in_has_words(string code) =>
        Assert.NotEmpty(Render<SignInProblem>(parameters => parameters.Add(component => component.Code, code)).Find("[role=alert]").TextContent);

    [Fact]
    public void Without_a_problem_nothing_is_said() => Assert.Empty(Render<SignInProblem>().Markup.Trim());
}
