using System.Text;
using System.Text.Json;
using Bunit;
using HomeDash.Components.Api.Documentation;

namespace HomeDash.Components.Tests.Api.Documentation;

/// <summary>An OpenAPI document as people see it.</summary>
public sealed class DocumentViewTests : BunitContext
{
    private const string Document = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Shelf", "version": "2.0.1" },
          "paths": {
            "/api/v1/shelf/list": {
              "get": {
                "operationId": "shelf_list", "summary": "List shelves", "description": "Lists the `shelves`.", "tags": ["shelf"],
                "parameters": [
                  { "name": "limit", "in": "query", "required": true, "description": "How many at most.", "schema": { "type": "integer", "minimum": 1, "maximum": 50, "default": 9 } },
                  { "name": "filter", "in": "query", "required": false, "content": { "application/json": { "schema": { "type": "object", "properties": { "colour": { "type": "string", "enum": ["red", "green"] } } } } } },
                  { "$ref": "#/components/parameters/Trace" }
                ],
                "responses": {
                  "200": { "description": "The result.", "content": { "application/json": { "schema": { "type": "object", "required": ["items"], "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "width": { "type": "number", "description": "In metres." } } } } } } } } },
                  "default": { "$ref": "#/components/responses/Problem" }
                }
              }
            },
            "/api/v1/book/burn": {
              "post": {
                "operationId": "book_burn", "summary": "Burn book", "tags": ["book"],
                "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["titles"], "properties": { "titles": { "type": "array", "minItems": 1, "maxItems": 5, "items": { "type": "string" } } } } } } },
                "responses": { "200": { "description": "Ashes." } }
              }
            }
          },
          "components": {
            "parameters": { "Trace": { "name": "Trace-Id", "in": "header", "schema": { "type": "string" } } },
            "responses": { "Problem": { "description": "Why not.", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } } },
            "schemas": { "Problem": { "type": "object", "properties": { "detail": { "type": "string", "description": "What was wrong." }, "cause": { "$ref": "#/components/schemas/Problem" } } } }
          }
        }
        """;

    public DocumentViewTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Operations_stand_under_their_namespace_with_method_and_path()
    {
        var view = Open();

        Assert.Equal(["shelf", "book"], view.FindAll("h3").Select(title => title.TextContent));
        Assert.Contains("Shelf 2.0.1: 2 operations", view.Markup);
        var burn = Unfold(view, "/api/v1/book/burn");
        Assert.Equal("POST", burn.QuerySelector(".method")!.TextContent.Trim());
        Assert.Equal("tools/api/mcp?tool=book_burn", burn.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public void Parameters_say_what_they_may_be()
    {
        var list = Unfold(Open(), "/api/v1/shelf/list");

        var parameters = list.QuerySelectorAll("dl > div").ToDictionary(row => row.QuerySelector("dt code")!.TextContent, row => row.TextContent);
        Assert.Contains("whole number, 1 to 50, 9 when left out", parameters["limit"]);
        Assert.Contains("*", parameters["limit"]);
        Assert.Contains("in the header, text", parameters["Trace-Id"]);
        Assert.Equal("shelves", list.QuerySelector(".detail > p code")!.TextContent);
    }

    [Fact]
    public void Bodies_and_answers_are_trees_with_references_followed_but_not_for_ever()
    {
        var view = Open();

        Assert.Contains("list of text, 1 to 5 items", Unfold(view, "/api/v1/book/burn").TextContent);
        var list = Unfold(view, "/api/v1/shelf/list").TextContent;
        Assert.Contains("In metres.", list);
        Assert.Contains("What was wrong.", list);
    }

    [Fact]
    public void Typing_filters()
    {
        var view = Open();

        view.Find("input[type=search]").Input("burn");

        Assert.Single(view.FindAll(".operation"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("<html>")]
    public void What_is_no_document_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => ApiDocument.Parse(Encoding.UTF8.GetBytes(text)));

    private IRenderedComponent<DocumentView> Open() =>
        Render<DocumentView>(with => with.Add(view => view.Document, ApiDocument.Parse(Encoding.UTF8.GetBytes(Document))));

    private static AngleSharp.Dom.IElement Unfold(IRenderedComponent<DocumentView> view, string path)
    {
        Find().TriggerEvent("ontoggle", EventArgs.Empty);
        return Find();

        AngleSharp.Dom.IElement Find() => view.FindAll(".operation").Single(operation => operation.QuerySelector("summary code")!.TextContent == path);
    }
}
