using System.Net;

namespace HomeDash.Http.Tests;

/// <summary>tRPC's wire protocol as bytes: what @trpc/server 11 would answer.</summary>
public sealed class TrpcWire
{
    [Fact]
    public async Task A_query_has_its_input_in_the_address_and_a_result_with_data()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("""/api/trpc/fixture.get?input={"gadget":"clock"}""");

        Assert.Equal("application/json", reply.Type);
        Assert.Equal("g1", reply.Json.GetProperty("result").GetProperty("data").GetProperty("id").GetString());
    }

    [Theory, InlineData(""), InlineData("?input=null"), InlineData("?input={}")]
    public async Task No_input_can_be_said_in_several_ways(string query)
    {
        await using var host = await HttpHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/api/trpc/fixture.list{query}")).Status);
    }

    [Fact]
    public async Task A_mutation_is_a_post()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/trpc/fixture.rename", """{"gadget":"lamp","name":"torch"}""");

        Assert.Equal("torch", reply.Json.GetProperty("result").GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_error_has_trpcs_codes_and_HomeDashs_reasons()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/trpc/fixture.restart", """{"gadgets":"lamp","grase":1}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        var error = reply.Json.GetProperty("error");
        Assert.Equal(-32600, error.GetProperty("code").GetInt32());
        var data = error.GetProperty("data");
        Assert.Equal("BAD_REQUEST", data.GetProperty("code").GetString());
        Assert.Equal(400, data.GetProperty("httpStatus").GetInt32());
        Assert.Equal("fixture.restart", data.GetProperty("path").GetString());
        Assert.Equal("invalid_input", data.GetProperty("reason").GetString());
        Assert.Equal(["gadgets", "grase"], data.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()).Order());
    }

    [Theory]
    [InlineData("GET", "/api/trpc/fixture.rename", 405, -32005)]
    [InlineData("POST", "/api/trpc/fixture.list", 405, -32005)]
    [InlineData("GET", "/api/trpc/fixture.lst", 404, -32004)]
    [InlineData("GET", "/api/trpc/fixture.list?input={", 400, -32700)]
    [InlineData("GET", "/api/trpc/fixture.list,fixture.list?batch=1&input=[]", 400, -32600)]
    [InlineData("POST", "/api/trpc/workshop.paint,fixture.list?batch=1", 400, -32600)]
    [InlineData("GET", "/api/trpc/workshop.break", 500, -32603)]
    public async Task Every_mistake_has_its_status_and_its_number(string method, string address, int status, int code)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.SendAsync(new(method), address, ("ApiKey", "ada"));

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal(code, reply.Json.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_batch_is_answered_with_a_list_in_its_order()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync("""/api/trpc/fixture.get,fixture.list?batch=1&input={"0":{"gadget":"g3"},"1":{"limit":1}}""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("radio", reply.Json[0].GetProperty("result").GetProperty("data").GetProperty("name").GetString());
        Assert.Equal(1, reply.Json[1].GetProperty("result").GetProperty("data").GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"0":{"gadget":"g1"},"1":{"gadget":"g9"}}""", 207)]
    [InlineData("""{"0":{"gadget":"g8"},"1":{"gadget":"g9"}}""", 404)]
    public async Task A_batch_that_is_not_of_one_mind_has_status_207(string input, int status)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync($"/api/trpc/fixture.get,fixture.get?batch=1&input={input}");

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal("target_not_found", reply.Json[1].GetProperty("error").GetProperty("data").GetProperty("reason").GetString());
    }

    [Theory, InlineData("trpc-accept"), InlineData("Accept")]
    public async Task A_streamed_batch_begins_with_a_head_and_has_a_line_for_each_answer(string header)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.SendAsync(HttpMethod.Get, """/api/trpc/fixture.get,fixture.get?batch=1&input={"0":{"gadget":"g1"},"1":{"gadget":"g9"}}""",
            ("ApiKey", "ada"), (header, "application/jsonl"));

        var lines = reply.Text.TrimEnd('\n').Split('\n');
        Assert.Equal("""{"0":[[0],[null,0,0]],"1":[[0],[null,0,1]]}""", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("""[0,0,[[{"result":{"data":{"id":"g1",""", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("""[1,0,[[{"error":{"message":""", StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task A_question_is_an_error_that_says_what_to_answer()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/trpc/workshop.paint", """{"part":1}""");

        Assert.Equal(-32028, reply.Json.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("colour", reply.Json.GetProperty("error").GetProperty("data").GetProperty("questions")[0].GetProperty("key").GetString());
    }
}
