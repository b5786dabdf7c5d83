using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>How a call is to be made, beside its input: as a dry run, with answers to questions. By header or in the query.</summary>
internal static class CallManner
{
    /// <summary>The request that the pipeline gets.</summary>
    public static (ProcedureRequest Request, ProcedureError? Refusal) Read(HttpRequest http, Caller caller)
    {
        var request = new ProcedureRequest(caller, "http");
        var problems = default(InputProblems);
        if (Given(http, "dryRun", "HomeDash-Dry-Run") is { } dryRun)
        {
            request = request with { DryRun = bool.TryParse(dryRun, out var yes) && yes };
            if (!bool.TryParse(dryRun, out _))
            {
                // A typing mistake here must never become a real run.
                problems.Add("dryRun", "Must be true or false.");
            }
        }

        if (Given(http, "answers", "HomeDash-Answers") is { } answers)
        {
            if (ReadAnswers(answers) is { } read)
            {
                request = request with { Answers = read };
            }
            else
            {
                problems.Add("answers", "Must be a JSON object of texts: the answers by the keys of their questions.");
            }
        }

        return (request, problems.Count == 0 ? null : ProcedureErrors.InvalidInput(problems.All).Error);
    }

    private static string? Given(HttpRequest request, string query, string header) =>
        HttpMethods.IsPost(request.Method) && request.Query[query] is [{ } inQuery, ..] ? inQuery : request.Headers[header] is [{ } inHeader, ..] ? inHeader : null;

    private static Dictionary<string, string>? ReadAnswers(string json)
    {
        try
        {
            var answers = JsonElement.Parse(json);
            return answers.ValueKind == JsonValueKind.Object && answers.EnumerateObject().All(answer => answer.Value.ValueKind == JsonValueKind.String)
                ? answers.EnumerateObject().DistinctBy(answer => answer.Name).ToDictionary(answer => answer.Name, answer => answer.Value.GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
