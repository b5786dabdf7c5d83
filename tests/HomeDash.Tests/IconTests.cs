using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Storage;
using Microsoft.AspNetCore.Builder;

namespace HomeDash.Tests;

public sealed class IconOnSqlite() : IconTests(Dialect.Sqlite);

public sealed class IconOnPostgreSql() : IconTests(Dialect.PostgreSql);

/// <summary>Icons are searched and uploaded through the pipeline, and looked at over HTTP.</summary>
public abstract class IconTests(Dialect dialect) : HouseTests(dialect)
{
    private const string PlainSvg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>""";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
    private static readonly byte[] WebP = [.. "RIFF"u8, 20, 0, 0, 0, .. "WEBPVP8 "u8];

    [Theory]
    [InlineData("grafana", "/icons/simple-icons/grafana.svg")]
    [InlineData("My Grafana", "/icons/simple-icons/grafana.svg")]
    [InlineData("home assistant", "/icons/simple-icons/homeassistant.svg")]
    [InlineData("Home-Assistant", "/icons/simple-icons/homeassistant.svg")]
    [InlineData("grafanna", "/icons/simple-icons/grafana.svg")]
    [InlineData("jelyfin", "/icons/simple-icons/jellyfin.svg")]
    [InlineData("pi-hole", "/icons/simple-icons/pihole.svg")]
    [InlineData("printer", "/icons/mdi/printer.svg")]
    [InlineData("router wireless", "/icons/mdi/router-wireless.svg")]
    public async Task The_first_icon_found_is_the_one_that_was_meant(string text, string url)
    {
        Assert.Equal(url, Text((await SearchAsync(text))[0], "url"));
    }

    [Fact]
    public async Task What_means_nothing_finds_nothing_and_a_limit_is_kept()
    {
        Assert.Empty(await SearchAsync("qzxwvqzxwvqzxwv"));
        Assert.Empty(await SearchAsync("!?"));
        Assert.Equal(3, (await House.CallAsync(Caller.House, "icon.search", """{"text":"home","limit":3}""")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_app_takes_the_address_that_was_found_and_it_is_a_picture()
    {
        var url = Text((await SearchAsync("grafana"))[0], "url")!;
        var app = await House.CallAsync(Caller.House, "app.create", $$"""{"name":"Grafana","iconUrl":"{{url}}"}""");
        await using var server = await ServeAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.GetAsync(Text(app, "iconUrl"), Cancellation);

        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var picture = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal("0 0 24 24", picture.Attribute("viewBox")!.Value);
        Assert.StartsWith("M23.02 10.59", picture.Elements().Last().Attribute("d")!.Value);
        Assert.Contains("#F46800", picture.Value);
    }

    [Fact]
    public async Task Every_icon_that_can_be_found_is_served()
    {
        await using var server = await ServeAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        foreach (var letters in new[] { "a", "zig", "10", "z" })
        {
            foreach (var icon in await SearchAsync(letters))
            {
                var picture = XDocument.Parse(await http.GetStringAsync(Text(icon, "url"), Cancellation)).Root!;
                Assert.NotEmpty(picture.Elements().Last().Attribute("d")!.Value);
            }
        }
    }

    [Fact]
    public async Task A_browser_keeps_an_icon_and_asks_whether_it_changed()
    {
        await using var server = await ServeAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        using var first = await http.GetAsync("/icons/mdi/home.svg", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/icons/mdi/home.svg");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await http.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(TimeSpan.FromDays(7), first.Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData("/icons/simple-icons/no-such-brand.svg")]
    [InlineData("/icons/simple-icons/grafana.png")]
    [InlineData("/icons/nowhere/grafana.svg")]
    [InlineData("/icons/uploads/unknown.svg")]
    [InlineData("/icons/simple-icons/..%2f..%2fsecret.svg")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var server = await ServeAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_upload_is_listed_found_served_and_deleted()
    {
        var made = await UploadAsync("Attic server", Encoding.UTF8.GetBytes(PlainSvg));
        await using var server = await ServeAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        Assert.Equal(["Attic server"], Names(await House.CallAsync(Caller.House, "icon.list")));
        Assert.Equal(Text(made, "url"), Text((await SearchAsync("attic"))[0], "url"));
        using (var answer = await http.GetAsync(Text(made, "url"), Cancellation))
        {
            Assert.Equal(PlainSvg, await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }

        await House.CallAsync(Caller.House, "icon.delete", """{"icon":"attic server"}""");
        using var gone = await http.GetAsync(Text(made, "url"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_picture_is_what_its_bytes_say()
    {
        Assert.Equal("image/png", Text(await UploadAsync("one", Png), "mediaType"));
        Assert.Equal("image/webp", Text(await UploadAsync("two", WebP), "mediaType"));
        Assert.EndsWith(".png", Text((await SearchAsync("one"))[0], "url"));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "<script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "onload")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g><a href='javascript:alert(1)'/></g></svg>", "outside")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><use x:href='http://elsewhere/'/></svg>", "outside")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>", "foreignObject")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "DOCTYPE")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", "well-formed")]
    [InlineData("<html><body>hello</body></html>", "no PNG, WebP or SVG")]
    [InlineData("GIF89a", "no PNG, WebP or SVG")]
    public async Task What_is_no_harmless_picture_is_refused(string content, string why)
    {
        var refused = await House.FailAsync(Caller.House, "icon.upload", Input("bad", Encoding.UTF8.GetBytes(content)));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("content", problem.Path);
        Assert.Contains(why, problem.Message);
        Assert.Empty(Names(await House.CallAsync(Caller.House, "icon.list")));
    }

    [Fact]
    public async Task A_picture_that_is_too_large_and_a_name_that_is_taken_are_refused()
    {
        Assert.Equal("content", Assert.Single((await House.FailAsync(Caller.House, "icon.upload", Input("big", [.. Png, .. new byte[256 * 1024]]))).Problems).Path);
        await UploadAsync("Attic", Png);

        Assert.Equal(ErrorReason.AlreadyExists, (await House.FailAsync(Caller.House, "icon.upload", Input("ATTIC", WebP))).Reason);
    }

    [Fact]
    public async Task An_icon_that_an_app_uses_stays()
    {
        var made = await UploadAsync("Attic", Png);
        await House.CallAsync(Caller.House, "app.create", $$"""{"name":"Backup","iconUrl":"{{Text(made, "url")}}"}""");

        var refused = await House.FailAsync(Caller.House, "icon.delete", """{"icon":"Attic"}""");

        Assert.Equal(ErrorReason.WrongState, refused.Reason);
        Assert.Contains("Backup", refused.Message);
    }

    [Fact]
    public async Task Everybody_searches_and_only_who_may_uploads()
    {
        var mia = await House.AddUserAsync("mia");

        Assert.NotEmpty((await House.CallAsync(mia, "icon.search", """{"text":"plex"}""")).GetProperty("items").EnumerateArray());
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(mia, "icon.upload", Input("x", Png))).Reason);
    }

    private Task<LoopbackServer> ServeAsync() => LoopbackServer.StartAsync(app =>
    {
        app.Use((context, next) =>
        {
            context.RequestServices = House.Services;
            return next(context);
        });
        app.MapHomeDashIcons();
    });

    private Task<JsonElement> UploadAsync(string name, byte[] content) => House.CallAsync(Caller.House, "icon.upload", Input(name, content));

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(string text) =>
        [.. (await House.CallAsync(Caller.House, "icon.search", $$"""{"text":"{{text}}","limit":100}""")).GetProperty("items").EnumerateArray()];

    private static string Input(string name, byte[] content) => $$"""{"name":"{{name}}","content":"{{Convert.ToBase64String(content)}}"}""";
}
