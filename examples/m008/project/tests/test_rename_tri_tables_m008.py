"""The rename rule of TRI tables."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from rename_tri_tables_m008 import Conflict, renames, target  # noqa: E402


class TriRename(unittest.TestCase):
    def test_currencies_are_put_in_alphabetical_order(self):
        self.assertEqual(target("tri_agg_bqx_eur_usd_gbp"), "tri_agg_bqx_eur_gbp_usd")

    def test_a_name_in_order_is_left_alone(self):
        self.assertEqual(renames(["tri_agg_idx_aud_cad_usd"]), {})

    def test_an_occupied_target_is_refused(self):
        with self.assertRaises(Conflict):
            renames(["tri_agg_bqx_eur_usd_gbp", "tri_agg_bqx_eur_gbp_usd"])

    def test_two_tables_never_get_one_name(self):
        with self.assertRaises(Conflict):
            renames(["tri_agg_bqx_eur_usd_gbp", "tri_agg_bqx_usd_eur_gbp"])

    def test_other_families_are_not_touched(self):
        self.assertEqual(renames(["cov_agg_bqx_audusd_eurusd"]), {})


if __name__ == "__main__":
    unittest.main()
