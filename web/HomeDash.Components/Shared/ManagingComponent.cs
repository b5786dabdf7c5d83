using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Shared;

/// <summary>A list that people manage: shown as it is, changed after a question, with what did not work said above it.</summary>
public abstract class ManagingComponent : LiveComponent
{
    /// <summary>Calls procedures as the signed-in user.</summary>
    [Inject]
    protected HomeDashCaller Caller { get; set; } = null!;

    /// <summary>Opens dialogs.</summary>
    [Inject]
    protected DialogService Dialogs { get; set; } = null!;

    /// <summary>Asks before something is done that cannot be taken back.</summary>
    [Inject]
    protected Questions Questions { get; set; } = null!;

    /// <summary>Why the last change did not work; null when it did.</summary>
    protected string? Problem { get; set; }

    /// <summary>Reads the list again and shows it.</summary>
    protected abstract Task RefreshAsync();

    /// <summary>Changes something once the person has said yes, and shows how it is then.</summary>
    /// <param name="question">What is asked first.</param>
    /// <param name="change">Calls the procedure.</param>
    protected async Task ChangeAsync(Questions.Question question, Func<Task> change)
    {
        if (await Questions.ConfirmAsync(question))
        {
            await TryAsync(change);
        }
    }

    /// <summary>Does something at once, and shows how it is then.</summary>
    /// <param name="change">Calls the procedure.</param>
    protected async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            Problem = null;
        }
        catch (ProcedureException failure)
        {
            Problem = failure.Error.Message;
        }

        await RefreshAsync();
    }
}
