import { expect, it, vi } from 'vitest';
import { afterPaint, settle } from '../../src/browser/afterPaint.ts';

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

it('runs the tasks in the order of the calls, after the next frame', async () => {
  const ran: string[] = [];
  afterPaint(() => ran.push('first'));
  afterPaint(() => ran.push('second'));
  requestAnimationFrame(() => ran.push('frame'));
  await expect.poll(() => ran).toEqual(['frame', 'first', 'second']);
});

it('runs a function once when it is added again before the frame, even as the only one', async () => {
  const task = vi.fn();
  afterPaint(task);
  afterPaint(task);
  await expect.poll(() => task.mock.calls.length).toBe(1);
  await nextFrame();
  expect(task).toHaveBeenCalledTimes(1);
});

it('runs a function again when it is added after it ran', async () => {
  const task = vi.fn();
  afterPaint(task);
  settle();
  afterPaint(task);
  await expect.poll(() => task.mock.calls.length).toBe(2);
});

it('runs a task that a waiting task adds, before the page is left', () => {
  const task = vi.fn();
  afterPaint(() => afterPaint(task));
  settle();
  expect(task).toHaveBeenCalledTimes(1);
});

it('runs the other tasks when one throws, and logs the exception', () => {
  const logged = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const task = vi.fn();
  afterPaint(() => {
    throw new Error('Oops');
  });
  afterPaint(task);
  settle();
  expect(task).toHaveBeenCalledTimes(1);
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('Oops'));
  logged.mockRestore();
});

it('runs a task that is added during a frame after the frame that follows it', async () => {
  const ran: string[] = [];
  afterPaint(() => ran.push('before the frame'));
  requestAnimationFrame(() => {
    afterPaint(() => ran.push('during the frame'));
    requestAnimationFrame(() => ran.push('next frame'));
  });
  await expect.poll(() => ran).toEqual(['before the frame', 'next frame', 'during the frame']);
});
