using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Downloads;

/// <summary>downloads.add over a client of a test: what it takes, what it refuses.</summary>
public sealed class AddTests
{
    private const string Hash = "c12fe1c06bba254a9dc9f519b335aa7c1367a88a";

    private static readonly string Nzb = Convert.ToBase64String(Encoding.UTF8.GetBytes(
        """
        <?xml version="1.0" encoding="iso-8859-1" ?>
        <!DOCTYPE nzb PUBLIC "-//newzBin//DTD NZB 1.1//EN" "http://www.newzbin.com/DTD/nzb/nzb-1.1.dtd">
        <nzb xmlns="http://www.newzbin.com/DTD/2003/nzb"><head><meta type="title">From the file</meta></head>
        <file poster="p" date="1" subject="s"><groups><group>a.b</group></groups><segments><segment bytes="1000" number="1">x@y</segment></segments></file></nzb>
        """));

    [Theory]
    [InlineData("magnet:?xt=urn:btih:C12FE1C06BBA254A9DC9F519B335AA7C1367A88A&dn=Some+Linux%20ISO")]
    [InlineData("MAGNET:?dn=Some%20Linux%20ISO&xt=urn:btih:YEX6DQDLXISUVHOJ6UM3GNNKPQJWPKEK")]
    public async Task A_magnet_link_is_known_by_its_hash_however_it_is_written(string link)
    {
        var client = new ScriptedDownloads("nas");
        await using var house = await DownloadHouse.StartAsync(client);

        var added = await house.CallAsync("downloads.add", JsonSerializer.Serialize(new { integration = "nas", link, category = "iso", paused = true }));

        Assert.Equal((Hash, "Some Linux ISO", "paused", "iso"), (Text(added, "id"), Text(added, "name"), Text(added, "state"), Text(added, "category")));
    }

    [Fact]
    public async Task What_is_there_already_is_answered_with_its_name()
    {
        var client = new ScriptedDownloads("nas").Add("Linux", DownloadState.Seeding, Hash);
        await using var house = await DownloadHouse.StartAsync(client);

        var error = await house.FailAsync("downloads.add", $$"""{"integration":"nas","link":"magnet:?xt=urn:btih:{{Hash}}"}""");

        Assert.Equal((ErrorReason.AlreadyExists, "nas has 'Linux' already; it is seeding."), (error.Reason, error.Message));
        Assert.Empty(client.Orders);
    }

    [Fact]
    public async Task A_torrent_file_tells_its_name_hash_and_size()
    {
        var torrent = TestTorrent.Random("größe", 70_000);
        var client = new ScriptedDownloads("nas");
        await using var house = await DownloadHouse.StartAsync(client);
        var input = JsonSerializer.Serialize(new { integration = "nas", content = torrent.Base64 });

        Assert.Equal([$"Download '{torrent.Name}' (70000 bytes) with nas."], await house.PlanAsync("downloads.add", input));
        Assert.Empty(client.Orders);
        Assert.Equal(torrent.Hash, Text(await house.CallAsync("downloads.add", input), "id"));
    }

    [Fact]
    public async Task A_post_is_called_as_its_file_or_as_it_says_itself()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas"));

        Assert.Equal("Album", Text(await house.CallAsync("downloads.add", $$"""{"integration":"nas","content":"{{Nzb}}","name":"Album.nzb"}"""), "name"));
        Assert.Equal("From the file", Text(await house.CallAsync("downloads.add", $$"""{"integration":"nas","content":"{{Nzb}}"}"""), "name"));
        Assert.Equal(ErrorReason.AlreadyExists, (await house.FailAsync("downloads.add", $$"""{"integration":"nas","content":"{{Nzb}}","name":"album"}""")).Reason);
    }

    [Theory]
    [InlineData(""" "link":"ubuntu" """, "link")]
    [InlineData(""" "link":"file:///etc/passwd" """, "link")]
    [InlineData(""" "link":"magnet:?dn=Nothing" """, "link")]
    [InlineData(""" "link":"magnet:?xt=urn:btih:tooshort" """, "link")]
    [InlineData(""" "content":"aGVsbG8=" """, "content")]
    [InlineData(""" "content":"ZDQ6aW5mb2RlZQ==" """, "content")]
    [InlineData(""" "content":"PG56Yj48L256Yj4=" """, "content")]
    [InlineData(""" "content":"PCFET0NUWVBFIGEgW108IUVOVElUWSBiICJjIj5dPjxhPiZiOzwvYT4=" """, "content")]
    [InlineData(""" "link":"http://nas/a.torrent","content":"aGVsbG8=" """, "link")]
    [InlineData(""" "paused":true """, "link")]
    public async Task Nonsense_is_refused_before_the_client_sees_it(string source, string path)
    {
        var client = new ScriptedDownloads("nas");
        await using var house = await DownloadHouse.StartAsync(client);

        var error = await house.FailAsync("downloads.add", $$"""{"integration":"nas",{{source}}}""");

        Assert.Equal(path, Assert.Single(error.Problems).Path);
        Assert.Empty(client.Orders);
    }

    [Fact]
    public async Task What_a_client_cannot_take_is_refused_with_what_it_can()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("news") { Sources = [DownloadSourceKind.Nzb, DownloadSourceKind.Link], HasCategories = false });

        var magnet = await house.FailAsync("downloads.add", $$"""{"integration":"news","link":"magnet:?xt=urn:btih:{{Hash}}"}""");
        var category = await house.FailAsync("downloads.add", """{"integration":"news","link":"https://nas/a.nzb","category":"tv"}""");

        Assert.Equal("link: news cannot download magnet links. It takes .nzb files, web addresses.", magnet.Message);
        Assert.Equal("category", Assert.Single(category.Problems).Path);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
