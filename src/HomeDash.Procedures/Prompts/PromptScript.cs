using System.ComponentModel;

namespace HomeDash.Procedures;

/// <summary>What a prompt says, in the order in which it is said.</summary>
/// <param name="Parts">The parts.</param>
public sealed record PromptScript([property: Description("The parts of the prompt, in order.")] IReadOnlyList<PromptPart> Parts);

/// <summary>A part of a prompt: a text, a step that calls a procedure, or a resource that is shown.</summary>
/// <param name="Text">What is said, or what the step is for.</param>
/// <param name="Procedure">Path of the procedure that the step calls. Whoever may not call it does not get the step.</param>
/// <param name="Resource">Address of a resource whose content is shown. Whoever may not read it does not get it.</param>
public sealed record PromptPart(
    [property: Description("What is said, or what a step is for.")] string? Text = null,
    [property: Description("Path of the procedure that a step calls.")] string? Procedure = null,
    [property: Description("Address of a resource whose content is shown.")] string? Resource = null)
{
    /// <summary>A text.</summary>
    public static PromptPart Say(string text) => new(text);

    /// <summary>A step: the call of a procedure, and what it is for. Only here does a prompt name a procedure.</summary>
    /// <param name="procedure">Its path, for example <c>docker.logs</c>.</param>
    /// <param name="what">What to do with it, after the name of the tool and a colon.</param>
    public static PromptPart Call(string procedure, string what) => new(what, procedure);

    /// <summary>What a resource says at the moment.</summary>
    /// <param name="template">Its address or template.</param>
    /// <param name="values">The values of the template's variables, in their order.</param>
    public static PromptPart Show(string template, params IReadOnlyList<string> values)
    {
        var parsed = UriTemplate.Parse(template);
        return new(Resource: parsed.Expand(parsed.Variables.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)));
    }
}
