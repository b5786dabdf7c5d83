using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Tests;

public sealed class Catalogue
{
    [Fact]
    public void It_is_the_sorted_union_of_its_sources()
    {
        var catalog = new ProcedureCatalog([new ListedSource([Made.Query("light.list")]), new ListedSource([Made.Query("door.list")])], []);

        Assert.Equal(["door.list", "light.list"], catalog.Procedures.Select(procedure => procedure.Definition.Path));
        Assert.Equal("light_list", catalog.Find("light.list")!.Definition.ToolName);
        Assert.Same(catalog.Find("light.list"), catalog.FindTool("light_list"));
    }

    [Fact]
    public void Two_procedures_of_one_name_fail_at_start()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ProcedureCatalog([new ListedSource([Made.Query("light.list")]), new ListedSource([Made.Query("light.list")])], []));

        Assert.Contains("light_list", fault.Message);
    }

    [Fact]
    public void Two_resources_that_fit_the_same_addresses_fail_at_start()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ProcedureCatalog(
            [new ListedSource([Readable("light.get", "home://light/{light}"), Readable("light.find", "home://light/{name}")])], []));

        Assert.Contains("home://light/{}", fault.Message);
    }

    [Fact]
    public void An_address_leads_to_its_resource_and_one_without_variables_comes_first()
    {
        var catalog = new ProcedureCatalog([new ListedSource([Readable("light.get", "home://light/{light}"), Readable("light.list", "home://light/all")])], []);

        Assert.Equal(["home://light/all", "home://light/{light}"], catalog.Resources.Select(resource => resource.Definition.Uri));
        Assert.Equal("light.list", catalog.FindResource("home://light/all")!.Value.Resource.Query.Path);
        Assert.Equal("hall", catalog.FindResource("home://light/hall")!.Value.Values["light"]);
        Assert.Null(catalog.FindResource("home://door/hall"));
    }

    private static RawProcedure Readable(string path, string uri) =>
        new(Made.Definition(path) with { Resources = [new(uri)] }, (_, _, _, _) => new("{}"u8.ToArray()));

    [Theory]
    [InlineData("light")]
    [InlineData("light.")]
    [InlineData("Light.list")]
    [InlineData("light.list.all")]
    [InlineData("light.aVerbThatIsSoLongThatNoToolNameCouldEverHoldItWhole")]
    public void A_name_that_breaks_the_rules_fails_at_start(string path) =>
        Assert.ThrowsAny<Exception>(() => new ProcedureCatalog([new ListedSource([Made.Query(path)])], []));

    [Fact]
    public void A_source_that_changes_at_run_time_changes_the_catalogue_and_its_version()
    {
        var source = new ListedSource([Made.Query("light.list")]);
        var catalog = new ProcedureCatalog([source], []);
        var told = 0;
        catalog.Changed += () => told++;

        source.Replace(Made.Query("light.list"), Made.Query("light.get"));

        Assert.Equal((1, 2L, 2), (told, catalog.Version, catalog.Procedures.Count));
    }
}
