namespace HomeDash.Procedures.Tests;

/// <summary>Addresses with variables.</summary>
public sealed class Addresses
{
    [Theory]
    [InlineData("home://lamps", "home://lamps", "")]
    [InlineData("home://lamp/{lamp}", "home://lamp/hall", "lamp=hall")]
    [InlineData("home://lamp/{lamp}", "home://lamp/hall%20%2F%C3%BC", "lamp=hall /ü")]
    [InlineData("home://{room}/{lamp}/words", "home://hall/l1/words", "lamp=l1 room=hall")]
    [InlineData("home://lamp/{lamp}", "home://lamp/", null)]
    [InlineData("home://lamp/{lamp}", "home://lamp", null)]
    [InlineData("home://lamp/{lamp}", "home://lamp/hall/words", null)]
    [InlineData("home://lamp/{lamp}", "home://lamps/hall", null)]
    [InlineData("home://lamps", "home://Lamps", null)]
    public void An_address_fits_or_does_not(string template, string uri, string? values)
    {
        var found = UriTemplate.Parse(template).Match(uri);

        Assert.Equal(values, found is null ? null : string.Join(' ', found.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("hall"), InlineData("demo engine/plex"), InlineData("100 % ü?#{}")]
    public void What_is_put_into_an_address_comes_out_again(string value)
    {
        var template = UriTemplate.Parse("home://lamp/{lamp}/words");

        var uri = template.Expand(new Dictionary<string, string> { ["lamp"] = value });

        Assert.True(Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Segments.Length == 3, uri);
        Assert.Equal(value, template.Match(uri)!["lamp"]);
    }
}
