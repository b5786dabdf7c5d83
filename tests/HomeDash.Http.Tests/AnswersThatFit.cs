using System.Net;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Http.Tests;

/// <summary>Only the fields that were asked for, and no answer that is too long.</summary>
public sealed class AnswersThatFit
{
    [Theory, InlineData("fields=items.name,items.place.row&limit=1"), InlineData("fields=items.name&fields=items.place.row&limit=1")]
    public async Task Rest_answers_with_the_fields_that_were_named_and_always_with_where_to_go_on(string query)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync($"/api/v1/workshop/list?{query}");

        Assert.Equal("""{"items":[{"name":"part 0","place":{"row":0}}],"next":"1"}""", reply.Text);
    }

    [Theory, InlineData("""["total"]"""), InlineData("\"total\"")]
    public async Task Trpc_takes_fields_in_the_input(string fields)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync($$"""/api/trpc/workshop.all?input={"fields":{{fields}}}""");

        Assert.Equal($"{{\"result\":{{\"data\":{{\"total\":{WorkshopRouter.Parts}}}}}}}", reply.Text);
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_answered_with_one_that_does()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("/api/v1/workshop/list?fields=items.name,items.nmae,total.of");

        var problems = reply.Json.GetProperty("problems");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("fields[1]", problems[0].GetProperty("path").GetString());
        Assert.Contains("'name'", problems[0].GetProperty("message").GetString());
        Assert.Equal("fields[2]", problems[1].GetProperty("path").GetString());
    }

    [Theory, InlineData("""{"fields":[]}"""), InlineData("""{"fields":[1]}"""), InlineData("""{"fields":{}}"""), InlineData("""{"fields":" , "}""")]
    public async Task Fields_must_be_paths(string input)
    {
        await using var host = await HttpHost.StartAsync();

        Assert.Equal("fields", (await host.GetAsync($"/api/trpc/workshop.all?input={input}")).Json.GetProperty("error").GetProperty("data").GetProperty("problems")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task An_argument_of_the_procedure_that_is_called_fields_stays_its_own()
    {
        await using var host = await HttpHost.StartAsync();

        Assert.Equal("""{"text":"a|b"}""", (await host.GetAsync("/api/v1/workshop/columns?fields=a&fields=b")).Text);
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_cut_and_its_own_cursor_goes_on_where_it_was_cut()
    {
        await using var host = await HttpHost.StartAsync();
        List<int> numbers = [];
        var pages = 0;
        for (var cursor = ""; ; pages++)
        {
            var reply = await host.GetAsync($"/api/v1/workshop/list{cursor}");
            Assert.InRange(reply.Text.Length, 1, 64 * 1024);
            numbers.AddRange(reply.Json.GetProperty("items").EnumerateArray().Select(part => part.GetProperty("number").GetInt32()));
            if (!reply.Json.TryGetProperty("next", out var next))
            {
                break;
            }

            cursor = $"?cursor={next.GetString()}";
        }

        Assert.Equal(Enumerable.Range(0, WorkshopRouter.Parts), numbers);
        Assert.True(pages > 0);
    }

    [Fact]
    public async Task A_list_that_cannot_be_paged_says_how_many_were_left_out()
    {
        await using var host = await HttpHost.StartAsync();

        var answer = (await host.GetAsync("/api/trpc/workshop.all")).Json.GetProperty("result").GetProperty("data");

        Assert.Equal(WorkshopRouter.Parts, answer.GetProperty("items").GetArrayLength() + answer.GetProperty("leftOut").GetInt32());
        Assert.InRange(answer.GetProperty("items").GetArrayLength(), 100, WorkshopRouter.Parts - 1);
    }

    [Fact]
    public async Task What_fits_once_it_is_projected_is_not_cut()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("/api/v1/workshop/all?fields=items.number");

        Assert.Equal(WorkshopRouter.Parts, reply.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_budget_can_be_set_and_one_item_is_never_cut()
    {
        await using var host = await HttpHost.StartAsync(services => services.Configure<AnswerOptions>(options => options.Budget = 100));

        var reply = await host.GetAsync("/api/v1/workshop/all");

        Assert.Equal(1, reply.Json.GetProperty("items").GetArrayLength());
        Assert.Equal(WorkshopRouter.Parts - 1, reply.Json.GetProperty("leftOut").GetInt32());
    }
}
