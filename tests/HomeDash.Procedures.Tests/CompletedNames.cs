namespace HomeDash.Procedures.Tests;

/// <summary>Names for who is typing one.</summary>
public sealed class CompletedNames
{
    [Theory]
    [InlineData("", "hall lamp,Lantern,oil lamp")]
    [InlineData("la", "Lantern,hall lamp,oil lamp")]
    [InlineData("LAMP", "hall lamp,oil lamp")]
    [InlineData("moon", "")]
    public void Those_that_begin_with_the_text_come_before_those_that_contain_it(string text, string names) =>
        Assert.Equal(names, string.Join(',', TargetNames.Of(["oil lamp", "Lantern", "hall lamp", "hall lamp"], text).Names));

    [Fact]
    public void More_than_a_hundred_are_counted_and_not_named()
    {
        var found = TargetNames.Of(Enumerable.Range(0, 150).Select(number => $"lamp {number:000}"), "lamp");

        Assert.Equal((100, 150, "lamp 000"), (found.Names.Count, found.Total, found.Names[0]));
    }
}
