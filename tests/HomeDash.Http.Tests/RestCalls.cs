using System.Net;

namespace HomeDash.Http.Tests;

/// <summary>REST by its one rule.</summary>
public sealed class RestCalls
{
    [Fact]
    public async Task A_query_is_read_from_the_query_string_by_its_schema()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("""/api/v1/workshop/measure?count=3&words=a&words=b,c&place={"row":1,"column":2}&precise=true&wait=90""");

        Assert.Equal("""{"text":"3 a+b,c 1/2 True 90"}""", reply.Text);
        Assert.Equal("no-store", reply.Headers.CacheControl!.ToString());
    }

    [Theory, InlineData("limit=null", 3), InlineData("limit=2", 2), InlineData("state=idle", 1)]
    public async Task Null_leaves_an_argument_out_where_it_cannot_be_a_text(string query, int count)
    {
        await using var host = await HttpHost.StartAsync();

        Assert.Equal(count, (await host.GetAsync($"/api/v1/fixture/list?{query}")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_query_string_is_named()
    {
        await using var host = await HttpHost.StartAsync();

        var shape = await host.GetAsync("/api/v1/workshop/measure?count=3&count=4&words=a&place=left");
        var values = await host.GetAsync("""/api/v1/workshop/measure?count=three&words=a&place={"row":1}&presice=true""");

        Assert.Equal(["count", "place"], Paths(shape));
        Assert.Equal(["count", "place.column", "presice"], Paths(values).Order());
        Assert.Equal(HttpStatusCode.BadRequest, values.Status);
    }

    [Fact]
    public async Task A_mutation_takes_a_body_and_answers_what_it_changed()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/v1/fixture/rename", """{"gadget":"lamp","name":"torch"}""");

        Assert.Equal("torch", reply.Json.GetProperty("name").GetString());
        Assert.Equal("torch", (await host.GetAsync("/api/v1/fixture/get?gadget=g2")).Json.GetProperty("name").GetString());
    }

    [Theory, InlineData("?dryRun=true", ""), InlineData("", "true")]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing(string query, string header)
    {
        await using var host = await HttpHost.StartAsync();
        using var client = host.Client();
        if (header.Length > 0)
        {
            client.DefaultRequestHeaders.Add("HomeDash-Dry-Run", header);
        }

        using var body = new StringContent("""{"gadget":"lamp","name":"torch"}""", System.Text.Encoding.UTF8, "application/json");
        var plan = (await Reply.OfAsync(await client.PostAsync($"/api/v1/fixture/rename{query}", body, HttpHost.Ends))).Json;

        Assert.True(plan.GetProperty("dryRun").GetBoolean());
        var change = plan.GetProperty("changes")[0];
        Assert.Equal("lamp", change.GetProperty("before").GetProperty("name").GetString());
        Assert.Equal("torch", change.GetProperty("after").GetProperty("name").GetString());
        Assert.Equal("lamp", (await host.GetAsync("/api/v1/fixture/get?gadget=g2")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_dry_run_of_work_on_a_service_tells_the_steps()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/v1/fixture/restart?dryRun=true", """{"gadgets":["lamp"],"grace":3}""");

        Assert.Equal("Restart lamp after 3 s.", reply.Json.GetProperty("steps")[0].GetString());
    }

    [Fact]
    public async Task A_dry_run_that_is_mistyped_is_no_run_at_all()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/v1/fixture/rename?dryRun=yes", """{"gadget":"lamp","name":"torch"}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["dryRun"], Paths(reply));
    }

    [Fact]
    public async Task A_question_is_a_problem_with_the_question_and_the_call_is_repeated_with_the_answer()
    {
        await using var host = await HttpHost.StartAsync();

        var asked = await host.PostAsync("/api/v1/workshop/paint", """{"part":7}""");
        var answered = await host.PostAsync("""/api/v1/workshop/paint?answers={"colour":"blue"}""", """{"part":7}""");

        Assert.Equal(HttpStatusCode.PreconditionRequired, asked.Status);
        var question = asked.Json.GetProperty("questions")[0];
        Assert.Equal("colour", question.GetProperty("key").GetString());
        Assert.Equal(["red", "blue"], question.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("7 is blue", answered.Json.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Work_that_goes_on_is_accepted_with_the_call_to_check_with()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/v1/workshop/build", "");

        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.Equal("workshop.list", reply.Json.GetProperty("running").GetProperty("procedure").GetString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/fixture/list", "GET")]
    [InlineData("GET", "/api/v1/fixture/rename", "POST")]
    [InlineData("DELETE", "/api/v1/fixture/rename", "POST")]
    [InlineData("POST", "/api/v1/fixture/events", "GET")]
    public async Task The_wrong_method_is_answered_with_the_right_one(string method, string address, string allowed)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.SendAsync(new(method), address, ("ApiKey", "ada"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.Status);
        Assert.Equal([allowed], reply.Content.Allow);
        Assert.Equal("METHOD_NOT_SUPPORTED", reply.Json.GetProperty("code").GetString());
    }

    [Theory, InlineData("/api/v1/fixture/lst"), InlineData("/api/v1/fixture.list"), InlineData("/api/v1/fixture/list/now"), InlineData("/api/v1/")]
    public async Task There_is_one_address_for_a_procedure_and_others_are_not_found(string address)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("unknown_procedure", reply.Json.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_problem_says_what_to_call_next()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("/api/v1/fixture/get?gadget=lmap");

        Assert.Equal(404, reply.Json.GetProperty("status").GetInt32());
        Assert.Contains("'lamp'", reply.Json.GetProperty("detail").GetString());
        Assert.Equal("fixture.list", reply.Json.GetProperty("next").GetProperty("procedure").GetString());
    }

    [Fact]
    public async Task A_fault_keeps_its_cause_to_itself_and_names_the_line_in_the_log()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("/api/v1/workshop/break");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.DoesNotContain("hunter2", reply.Text);
        Assert.NotEmpty(reply.Json.GetProperty("requestId").GetString()!);
    }

    private static IEnumerable<string?> Paths(Reply reply) =>
        reply.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString());
}
