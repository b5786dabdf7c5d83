const narrow = matchMedia("(max-width: 45rem)");

// Which of the two layouts is shown.
export function isNarrow() {
    return narrow.matches;
}

// Items are dragged and resized with the pointer: their shadow shows the cells they would take, and what was dropped is
// told to the server, which makes way and draws the board anew.
export function arrange(board, page) {
    board.addEventListener("pointerdown", event => {
        const handle = event.target.closest("[data-move], [data-resize]");
        if (handle && event.button === 0) {
            event.preventDefault();
            drag(board, page, handle, event);
        }
    });
}

function drag(board, page, handle, start) {
    const item = handle.closest("[data-item]");
    const resizes = handle.hasAttribute("data-resize");
    const from = item.getBoundingClientRect();
    const columns = Number(narrow.matches ? board.dataset.narrow : board.dataset.wide);
    let target = null;

    handle.setPointerCapture(start.pointerId);
    item.style.zIndex = "2";
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", drop);
    handle.addEventListener("pointercancel", end);
    handle.addEventListener("lostpointercapture", end);

    function move(event) {
        const [dx, dy] = [event.clientX - start.clientX, event.clientY - start.clientY];
        const grid = resizes ? item.closest("[data-section]") : gridAt(event) ?? item.closest("[data-section]");
        const cell = cellsOf(grid, columns);
        const [left, top] = [from.left - cell.left + (resizes ? 0 : dx), from.top - cell.top + (resizes ? 0 : dy)];
        const width = clamp(Math.round((from.width + (resizes ? dx : 0) + cell.gap) / cell.width), 1, columns);
        const height = clamp(Math.round((from.height + (resizes ? dy : 0) + cell.gap) / cell.height), 1, 24);
        target = {
            grid,
            x: clamp(Math.round(left / cell.width), 0, columns - (resizes ? 1 : width)),
            y: clamp(Math.round(top / cell.height), 0, 975),
            width,
            height,
        };
        target.width = Math.min(width, columns - target.x);
        if (!resizes) {
            item.style.transform = `translate(${dx}px, ${dy}px)`;
        }

        show(target, cell);
    }

    function drop() {
        const dropped = target;
        end();
        if (dropped) {
            page.invokeMethodAsync("DroppedAsync", item.dataset.item, dropped.grid.dataset.section, narrow.matches, dropped.x, dropped.y, dropped.width, dropped.height);
        }
    }

    function end() {
        target = null;
        item.style.zIndex = item.style.transform = "";
        for (const shadow of board.querySelectorAll("[data-shadow]")) {
            shadow.hidden = true;
        }

        handle.removeEventListener("pointermove", move);
        handle.removeEventListener("pointerup", drop);
        handle.removeEventListener("pointercancel", end);
        handle.removeEventListener("lostpointercapture", end);
    }

    function gridAt(event) {
        return [...board.querySelectorAll("[data-section]")].find(grid => {
            const area = grid.getBoundingClientRect();
            return event.clientY >= area.top && event.clientY <= area.bottom;
        });
    }

    function show(at, cell) {
        for (const shadow of board.querySelectorAll("[data-shadow]")) {
            shadow.hidden = shadow.parentElement !== at.grid;
            shadow.style.left = `${at.x * cell.width}px`;
            shadow.style.top = `${at.y * cell.height}px`;
            shadow.style.width = `${at.width * cell.width - cell.gap}px`;
            shadow.style.height = `${at.height * cell.height - cell.gap}px`;
        }
    }
}

// The size of a cell with the gap beside it, and where the first one begins.
function cellsOf(grid, columns) {
    const area = grid.getBoundingClientRect();
    const style = getComputedStyle(grid);
    const gap = parseFloat(style.columnGap);
    return { left: area.left, top: area.top, gap, width: (area.width + gap) / columns, height: parseFloat(style.gridAutoRows) + gap };
}

function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}
