using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>What all operations of the OpenAPI document share.</summary>
internal static class OpenApiComponents
{
    private const string Shared =
        """
        {
          "securitySchemes": {
            "apiKey": { "type": "apiKey", "in": "header", "name": "ApiKey", "description": "An API key that the dashboard makes: <id>.<token>" },
            "bearer": { "type": "http", "scheme": "bearer", "description": "The same key as a bearer token." }
          },
          "parameters": {
            "DryRun": { "name": "dryRun", "in": "query", "description": "With true, nothing is done and the answer is a Plan: what would be.", "schema": { "type": "boolean", "default": false } },
            "Answers": {
              "name": "answers", "in": "query", "description": "Answers to the questions of a problem with status 428, by their keys.",
              "content": { "application/json": { "schema": { "type": "object", "additionalProperties": { "type": "string" } } } }
            },
            "LastEventId": { "name": "Last-Event-ID", "in": "header", "description": "The id of the last event that you have: go on after it.", "schema": { "type": "string" } }
          },
          "schemas": {
            "SuggestedCall": {
              "type": "object", "description": "A call to make next.", "required": ["procedure", "input"],
              "properties": {
                "procedure": { "type": "string", "description": "Its path: namespace.verb" },
                "input": { "type": "object", "description": "Its input.", "additionalProperties": true },
                "why": { "type": "string", "description": "What it will tell." }
              }
            },
            "Plan": {
              "type": "object", "description": "What a call would do.", "required": ["dryRun", "steps", "changes"],
              "properties": {
                "dryRun": { "type": "boolean", "const": true },
                "steps": { "type": "array", "description": "What would be done on services.", "items": { "type": "string" } },
                "changes": {
                  "type": "array", "description": "What would change of HomeDash's own data.",
                  "items": {
                    "type": "object", "required": ["topic", "id"],
                    "properties": {
                      "topic": { "type": "string", "description": "What kind of thing." },
                      "id": { "type": "string", "description": "Which one." },
                      "before": { "type": "object", "description": "Absent when it would be created.", "additionalProperties": true },
                      "after": { "type": "object", "description": "Absent when it would be deleted.", "additionalProperties": true }
                    }
                  }
                }
              }
            },
            "Problem": {
              "type": "object", "description": "Problem details (RFC 9457).", "required": ["type", "title", "status", "detail", "code", "reason", "requestId"],
              "properties": {
                "type": { "type": "string" },
                "title": { "type": "string", "description": "The status in words." },
                "status": { "type": "integer" },
                "detail": { "type": "string", "description": "What was wrong and what to do." },
                "code": { "type": "string", "description": "tRPC's name of the status." },
                "reason": { "type": "string", "description": "Why." },
                "problems": {
                  "type": "array", "description": "Every bad field of the input.",
                  "items": { "type": "object", "required": ["path", "message"], "properties": { "path": { "type": "string" }, "message": { "type": "string" } } }
                },
                "next": { "$ref": "#/components/schemas/SuggestedCall" },
                "questions": {
                  "type": "array", "description": "What a person has to answer first.",
                  "items": {
                    "type": "object", "required": ["key", "message", "kind"],
                    "properties": {
                      "key": { "type": "string" }, "message": { "type": "string" }, "kind": { "type": "string" },
                      "choices": { "type": "array", "items": { "type": "string" } }
                    }
                  }
                },
                "approval": { "type": "string", "description": "Names the approval that the call waits for." },
                "requestId": { "type": "string", "description": "Names the call in the log." }
              }
            }
          },
          "responses": {
            "Running": {
              "description": "It goes on in the background; the call named here tells how far it has come.",
              "content": {
                "application/json": {
                  "schema": { "type": "object", "required": ["running"], "properties": { "running": { "$ref": "#/components/schemas/SuggestedCall" } } }
                }
              }
            },
            "Problem": {
              "description": "It failed, or was not allowed.",
              "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
            }
          }
        }
        """;

    public static JsonNode Print()
    {
        var components = JsonNode.Parse(Shared)!;
        var problem = components["schemas"]!["Problem"]!["properties"]!;
        problem["code"]!["enum"] = new JsonArray([.. Enum.GetValues<ProcedureErrorCode>().Select(code => (JsonNode)code.ToWire())]);
        problem["reason"]!["enum"] = new JsonArray([.. Enum.GetValues<ErrorReason>().Select(reason => (JsonNode)reason.ToWire())]);
        return components;
    }
}
