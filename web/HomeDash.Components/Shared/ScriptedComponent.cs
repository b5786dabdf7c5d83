using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Microsoft.JSInterop.Infrastructure;

namespace HomeDash.Components.Shared;

/// <summary>A component with a script of its own, which is fetched at the first call and let go with the component.</summary>
public abstract class ScriptedComponent : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>The script's name in <c>wwwroot/js</c>, without its ending.</summary>
    protected abstract string Script { get; }

    [Inject]
    private IJSRuntime Runtime { get; set; } = null!;

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await (module?.DisposeAsync() ?? default);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    /// <summary>Calls a function of the script.</summary>
    /// <param name="function">The name that the script exports.</param>
    /// <param name="arguments">What it takes.</param>
    /// <typeparam name="T">What it answers.</typeparam>
    protected async Task<T> CallScriptAsync<T>(string function, params object?[] arguments)
    {
        module ??= await Runtime.InvokeAsync<IJSObjectReference>("import", $"./_content/HomeDash.Components/js/{Script}.js");
        return await module.InvokeAsync<T>(function, arguments);
    }

    /// <inheritdoc cref="CallScriptAsync{T}"/>
    protected async Task CallScriptAsync(string function, params object?[] arguments) =>
        await CallScriptAsync<IJSVoidResult>(function, arguments);
}
