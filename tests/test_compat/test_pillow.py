"""The private part of Pillow that `engine/compat` rests on is still there."""

from PIL import Image

from engine.compat.pillow_memory import BLOCK_BYTES, take_memory_in_one_piece


def test_images_take_their_memory_in_one_piece():
    take_memory_in_one_piece()
    assert Image.core.get_block_size() == BLOCK_BYTES
